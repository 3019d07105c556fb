import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { lambdaHandler } from './lambda-handler.ts';

const complete = {
  INBOX_BUCKET: 'a',
  CONFIGURATION_BUCKET: 'b',
  REPORTS_BUCKET: 'c',
  SNAPSHOTS_BUCKET: 'd',
  OUTCOMES_TOPIC: 'e',
  FINDING_KEY_PREFIX: 'f',
  METRIC_NAMESPACE: 'g',
};

describe('a handler', () => {
  const said: { code: string }[] = [];
  const handler = lambdaHandler(z.strictObject({ county: z.string() }), async () => 'done');
  const call = (event: unknown) => handler(event, {} as never).then(String, String);

  beforeEach(() => {
    said.length = 0;
    for (const [name, value] of Object.entries(complete)) vi.stubEnv(name, value);
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(JSON.parse(String(line))) > 0);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('does its work and says how long it took and what it held', async () => {
    expect(await call({ county: '230123' })).toBe('done');
    expect(said).toEqual([{ code: 'invocation-ended', memoryMegabytes: expect.any(Number), milliseconds: expect.any(Number) }]);
  });

  it('fails on an event of another shape without quoting it', async () => {
    expect(await call({ county: 230123195001010011n })).toBe('ProgramFault: ZodError');
    expect(said.map(({ code }) => code).sort()).toEqual(['fault', 'invocation-ended']);
    expect(said).toContainEqual({ code: 'fault', fault: 'ZodError', passing: false });
  });

  it('leaves nothing of the words of a fault for the runtime to log', async () => {
    const words = '张三 230123195001010011 开户账号 6217000012345678';
    const faulty = lambdaHandler(z.object({}), async () => {
      throw new RangeError(words, { cause: new Error(words) });
    });
    const fault = await faulty({}, {} as never).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'ProgramFault', message: 'RangeError' });
    expect(inspect(fault, { depth: 9, showHidden: true })).not.toMatch(/张三|2301231950|开户账号|6217/);
    expect(JSON.stringify(said)).not.toMatch(/张三|2301231950|开户账号|6217/);
  });

  it('says which variables its stack did not give it', async () => {
    vi.stubEnv('INBOX_BUCKET', '');
    vi.stubEnv('OUTCOMES_TOPIC', undefined);
    expect(await call({ county: '230123' })).toBe('ProgramFault: EnvironmentIncomplete');
    expect(said).toContainEqual({ code: 'environment-incomplete', missing: ['INBOX_BUCKET', 'OUTCOMES_TOPIC'] });
  });
});
