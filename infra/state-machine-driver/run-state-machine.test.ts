import { describe, expect, it } from 'vitest';
import type { State } from './asl.ts';
import { type DriverWorld, runStateMachine } from './run-state-machine.ts';

const invoke = 'arn:aws-cn:states:::lambda:invoke';

function world(invokeFunction: DriverWorld['invoke'] = async (_, payload) => payload): DriverWorld & { waits: number[] } {
  const waits: number[] = [];
  return {
    executionName: 'run-1',
    invoke: invokeFunction,
    sleep: async (seconds) => void waits.push(seconds),
    random: () => 0.5,
    waits,
  };
}

const run = (states: Record<string, State>, input: unknown, outside = world()) =>
  runStateMachine({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0]!, States: states }, input, outside);

const task = (more: Partial<State> = {}): State => ({
  Type: 'Task',
  Resource: invoke,
  Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  End: true,
  ...more,
});

describe('the driver', () => {
  it('hands the payload over and takes the answer', async () => {
    expect(await run({ A: task() }, { x: 1 })).toMatchObject({ status: 'SUCCEEDED', output: { x: 1 } });
  });

  it('keeps variables and fills templates with them', async () => {
    const states = {
      A: { Type: 'Pass', Assign: { n: '{% $states.input.n + 1 %}' }, Next: 'B' },
      B: { Type: 'Pass', Output: { sum: '{% $n + 1 %}' }, End: true },
    };
    expect(await run(states, { n: 1 })).toMatchObject({ output: { sum: 3 } });
  });

  it('chooses the first rule that holds, else the default', async () => {
    const states = {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.x > 1 %}', Next: 'B' }], Default: 'C' },
      B: { Type: 'Pass', Output: 'big', End: true },
      C: { Type: 'Pass', Output: 'small', End: true },
    };
    expect(await run(states, { x: 2 })).toMatchObject({ output: 'big' });
    expect(await run(states, { x: 1 })).toMatchObject({ output: 'small' });
  });

  it('tries again as often as the retrier says, with growing jittered waits, and then catches', async () => {
    let calls = 0;
    const outside = world(async () => {
      calls += 1;
      throw Object.assign(new Error('busy'), { name: 'Busy' });
    });
    const states = {
      A: task({
        Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 3, IntervalSeconds: 2, MaxDelaySeconds: 5, JitterStrategy: 'FULL' }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B', Output: '{% $states.errorOutput.Error %}' }],
      }),
      B: { Type: 'Pass', End: true },
    };
    expect(await run(states, {}, outside)).toMatchObject({ status: 'SUCCEEDED', output: 'Busy' });
    expect(calls).toBe(4);
    expect(outside.waits).toEqual([1, 2, 2.5]);
  });

  it('does not try again what the retrier does not name', async () => {
    const outside = world(async () => {
      throw Object.assign(new Error('x'), { name: 'Other' });
    });
    const execution = await run({ A: task({ Retry: [{ ErrorEquals: ['Busy'] }] }) }, {}, outside);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Other' });
    expect(outside.waits).toEqual([]);
  });

  it('maps items side by side and keeps their order; distributed items do not see the parent’s variables', async () => {
    const item: State = { Type: 'Pass', Output: { it: '{% $states.input.it %}', seen: '{% $exists($n) %}' }, End: true };
    const map = (Mode: string): State => ({
      Type: 'Map',
      Items: '{% $states.input.items %}',
      ItemSelector: { it: '{% $states.context.Map.Item.Value %}' },
      ItemProcessor: { ProcessorConfig: { Mode }, StartAt: 'I', States: { I: item } },
      End: true,
    });
    const states = (Mode: string) => ({ A: { Type: 'Pass', Assign: { n: 1 }, Next: 'M' }, M: map(Mode) });
    const outputs = (seen: boolean) => [1, 2, 3].map((it) => ({ it, seen }));
    expect(await run(states('DISTRIBUTED'), { items: [1, 2, 3] })).toMatchObject({ output: outputs(false) });
    expect(await run(states('INLINE'), { items: [1, 2, 3] })).toMatchObject({ output: outputs(true) });
  });

  it('fails a map whose items fail beyond what is tolerated', async () => {
    const outside = world(async (_, payload) => {
      if (payload === 2) throw Object.assign(new Error('x'), { name: 'Bad' });
      return payload;
    });
    const map = (tolerated: number): State => ({
      Type: 'Map',
      Items: '{% $states.input %}',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: task() } },
      ToleratedFailurePercentage: tolerated,
      End: true,
    });
    expect(await run({ M: map(0) }, [1, 2, 3], outside)).toMatchObject({ error: 'States.ExceedToleratedFailureThreshold' });
    expect(await run({ M: map(40) }, [1, 2, 3], outside)).toMatchObject({ output: [1, 3] });
  });

  it.each([
    ['a state type', { A: { Type: 'Parallel', End: true } }, 'state type Parallel'],
    ['a field', { A: { Type: 'Pass', ResultPath: '$.x', End: true } as State }, 'field ResultPath'],
    ['a resource', { A: task({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }, 'is not known to the driver'],
  ])('refuses %s that it does not know', async (_, states, message) => {
    await expect(run(states, {})).rejects.toThrow(message);
  });

  it('fails on a function that JSONata does not have, and on an expression that gives nothing', async () => {
    const pass = (Output: string) => ({ A: { Type: 'Pass', Output, End: true } });
    expect(await run(pass('{% $uuid() %}'), {})).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(await run(pass('{% $states.input.nowhere %}'), {})).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('refuses to hand over more bytes than the service does', async () => {
    expect(await run({ A: task() }, 'x'.repeat(300_000))).toMatchObject({ error: 'States.DataLimitExceeded' });
    expect(await run({ A: task() }, '低'.repeat(100_000))).toMatchObject({ error: 'States.DataLimitExceeded' });
    expect(await run({ A: task() }, '低'.repeat(80_000))).toMatchObject({ status: 'SUCCEEDED' });
  });
});
