import aslValidator from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { jobIds } from '../schemas/job.ts';
import type { State, StateGraph } from './state-machine-driver/asl.ts';
import { synthesizedMachines } from './synthesized-machines.ts';

const { machines } = synthesizedMachines();

function everyState(graph: StateGraph): [string, State][] {
  return Object.entries(graph.States).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor === undefined ? [] : everyState(state.ItemProcessor)),
  ]);
}

describe.each(jobIds)('the definition of %s', (job) => {
  const definition = machines[job];

  it('is valid in the states language', () => {
    const { isValid, errorsText } = aslValidator(definition);
    expect(isValid ? '' : errorsText('\n')).toBe('');
  });

  it('speaks JSONata throughout', () => {
    expect(definition.QueryLanguage).toBe('JSONata');
    for (const [, state] of everyState(definition)) expect(state.QueryLanguage ?? 'JSONata').toBe('JSONata');
  });

  it('tries every function again with jitter where a fault may pass, and nothing else', () => {
    const tasks = everyState(definition).filter(([, { Type }]) => Type === 'Task');
    expect(tasks.length).toBeGreaterThan(5);
    for (const [, { Retry }] of tasks) {
      expect(Retry).toHaveLength(1);
      expect(Retry?.[0]).toMatchObject({ JitterStrategy: 'FULL', MaxAttempts: 4 });
      expect(Retry?.[0]?.ErrorEquals).not.toContain('States.ALL');
      expect(Retry?.[0]?.ErrorEquals).toContain('PassingFault');
    }
  });

  it('catches what goes wrong in any step of a county, also in telling people', () => {
    for (const [name, { Type, Catch }] of everyState(definition)) {
      if (Type === 'Task' && name !== 'ReadInput') expect(Catch, name).toMatchObject([{ ErrorEquals: ['States.ALL'] }]);
    }
  });

  it('has a named failure for what may not pass', () => {
    const failures = everyState(definition).filter(([, { Type }]) => Type === 'Fail');
    expect(failures.map(([name]) => name).sort()).toEqual(['InputRefused', 'ProgramFault', 'Stopped']);
  });
});
