import { describe, expect, it } from 'vitest';
import { outcomeWords } from './outcome-words.ts';

describe('what people are told', () => {
  it('fits the subject line of a mail for every end of a run', () => {
    const counts = { rows: 123456, rejects: 12, findings: 3456, refusals: 3 };
    for (const outcome of ['published', 'unchanged', 'superseded', 'withdrawn', 'refused', 'stopped', 'failed'] as const) {
      const { subject, message } = outcomeWords({ job: 'half-year', county: '230123', period: '2020H1', outcome, ...counts });
      expect(subject.length).toBeLessThan(100);
      expect(message).toContain('230123 2020H1 半年比对');
    }
  });
});
