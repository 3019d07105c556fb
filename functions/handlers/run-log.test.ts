import { describe, expect, it } from 'vitest';
import { runLog } from './run-log.ts';

describe('the log', () => {
  it('is one line of JSON a code, and metrics in the embedded format', () => {
    const lines: string[] = [];
    const log = runLog(
      (line) => lines.push(line),
      () => 5,
    );
    log.say('input-read', { county: '230123', period: '2020H1', refused: false, rows: 2, rejected: 1 });
    log.measure('Dibao', { Rows: 2, Memory: 100 }, { job: 'payout' });
    expect(JSON.parse(lines[0]!)).toEqual({
      code: 'input-read',
      county: '230123',
      period: '2020H1',
      refused: false,
      rows: 2,
      rejected: 1,
    });
    expect(JSON.parse(lines[1]!)).toMatchObject({
      job: 'payout',
      Rows: 2,
      Memory: 100,
      _aws: { Timestamp: 5, CloudWatchMetrics: [{ Namespace: 'Dibao', Dimensions: [['job']] }] },
    });
  });
});
