import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readEnvironment } from './environment.ts';
import { lambdaHandler } from './lambda-handler.ts';
import { outcomeWords } from './outcome-words.ts';
import { edgeFault } from './passing-fault.ts';
import { runLog } from './run-log.ts';

const complete = {
  INBOX_BUCKET: 'a',
  CONFIGURATION_BUCKET: 'b',
  REPORTS_BUCKET: 'c',
  SNAPSHOTS_BUCKET: 'd',
  OUTCOMES_TOPIC: 'e',
  FINDING_KEY_PREFIX: 'f',
  METRIC_NAMESPACE: 'g',
};

describe('the environment', () => {
  it('is read whole', () => {
    expect(readEnvironment({ ...complete, PATH: '/bin' })).toEqual(complete);
  });

  it('names everything that is missing or empty at once', () => {
    const { INBOX_BUCKET: _, REPORTS_BUCKET: __, ...rest } = complete;
    expect(() => readEnvironment({ ...rest, METRIC_NAMESPACE: '' })).toThrow(
      'Missing environment variables: INBOX_BUCKET, REPORTS_BUCKET, METRIC_NAMESPACE',
    );
  });
});

describe('a fault at the edge', () => {
  it.each([
    ['throttling', Object.assign(new Error(), { name: 'SlowDown' })],
    ['a lost connection', Object.assign(new Error(), { code: 'ECONNRESET' })],
    ['a server’s fault', Object.assign(new Error(), { name: 'Unknown', $metadata: { httpStatusCode: 503 } })],
  ])('may pass: %s', (_, error) => {
    expect(edgeFault(error).name).toBe('PassingFault');
  });

  it.each([
    ['ours', new TypeError('x')],
    ['a forbidden key', Object.assign(new Error(), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })],
    ['not even an error', 'text'],
  ])('may not pass: %s', (_, error) => {
    expect(edgeFault(error).name).toBe('ProgramFault');
  });

  it('keeps the class of the error and none of its words', () => {
    const fault = edgeFault(new RangeError('张三 230123195001010011'));
    expect(fault.message).toBe('RangeError');
    expect(JSON.stringify([fault.message, fault.stack, Object(fault).cause])).not.toContain('230123');
  });
});

describe('a handler', () => {
  it('fails on an event of another shape without quoting it', async () => {
    Object.assign(process.env, complete);
    const handler = lambdaHandler(z.strictObject({ county: z.string() }), async () => 'done');
    const fault = await handler({ county: 230123195001010011n }, {} as never).then(String, String);
    expect(fault).toBe('ProgramFault: ZodError');
    expect(await handler({ county: '230123' }, {} as never)).toBe('done');
  });
});

describe('the log', () => {
  it('is one line of JSON a code, and metrics in the embedded format', () => {
    const lines: string[] = [];
    const log = runLog(
      (line) => lines.push(line),
      'Dibao',
      () => 5,
    );
    log.say('input-read', { county: '230123', period: '2020H1', refused: false, rows: 2, rejected: 1 });
    log.measure({ Rows: 2, Memory: 100 }, { job: 'payout' });
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

describe('what people are told', () => {
  it('fits the subject line of a mail for every end of a run', () => {
    const counts = { rows: 123456, rejects: 12, findings: 3456, refusals: 3 };
    for (const outcome of ['published', 'unchanged', 'superseded', 'refused', 'stopped', 'failed'] as const) {
      const { subject, message } = outcomeWords({ job: 'half-year', county: '230123', period: '2020H1', outcome, ...counts });
      expect(subject.length).toBeLessThan(100);
      expect(message).toContain('230123 2020H1 半年比对');
    }
  });
});
