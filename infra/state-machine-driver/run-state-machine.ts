import { type Catcher, type Definition, knownFields, type Retrier, type State, type StateGraph } from './asl.ts';
import { evaluate, type Scope, StateFailure } from './evaluate.ts';

/** What the driver cannot do alone. `sleep` may be a fake clock, `random` fixed, so that runs repeat. */
export interface DriverWorld {
  readonly executionName: string;
  /** Calls the function that the template names; rejects with an `Error` whose `name` is the error type. */
  invoke(functionName: string, payload: unknown): Promise<unknown>;
  sleep(seconds: number): Promise<void>;
  random(): number;
}

export type Execution = { readonly states: readonly string[] } & (
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED'; readonly error: string; readonly cause: string }
);

/** Bytes. */
const payloadLimit = 256 * 1024;

/** Runs a synthesized definition. `states` lists the states entered, those inside maps too, in order of entry. */
export async function runStateMachine(definition: Definition, input: unknown, world: DriverWorld): Promise<Execution> {
  if (definition.QueryLanguage !== 'JSONata') throw new Error('The driver runs JSONata definitions only');
  const states: string[] = [];
  try {
    const output = await runGraph(
      definition,
      input,
      {},
      { world, states, execution: { Input: input, Name: world.executionName } },
    );
    return { status: 'SUCCEEDED', output, states };
  } catch (fault) {
    if (!(fault instanceof StateFailure)) throw fault;
    return { status: 'FAILED', error: fault.error, cause: fault.cause, states };
  }
}

interface Run {
  readonly world: DriverWorld;
  readonly states: string[];
  readonly execution: Readonly<Record<string, unknown>>;
}

async function runGraph(graph: StateGraph, input: unknown, variables: Scope, run: Run): Promise<unknown> {
  let name: string | undefined = graph.StartAt;
  let value = input;
  let scope = variables;
  while (name !== undefined) {
    const state: State | undefined = graph.States[name];
    if (state === undefined) throw new Error(`No state ${name}`);
    requireKnown(name, state);
    run.states.push(name);
    const step = await runState(state, value, scope, run);
    requireFits(name, step.output);
    ({ output: value, variables: scope, next: name } = step);
  }
  return value;
}

/** The service counts bytes of UTF-8: a Chinese character is three. */
function requireFits(name: string, output: unknown): void {
  if (Buffer.byteLength(JSON.stringify(output ?? null)) > payloadLimit) {
    throw new StateFailure('States.DataLimitExceeded', `${name} hands over more than ${payloadLimit} bytes`);
  }
}

function requireKnown(name: string, state: State): void {
  const fields = knownFields[state.Type];
  if (fields === undefined) throw new Error(`${name}: state type ${state.Type} is not known to the driver`);
  for (const field of Object.keys(state)) {
    if (!fields.includes(field)) throw new Error(`${name}: field ${field} of ${state.Type} is not known to the driver`);
  }
}

interface Step {
  readonly output: unknown;
  readonly variables: Scope;
  readonly next: string | undefined;
}

async function runState(state: State, input: unknown, variables: Scope, run: Run): Promise<Step> {
  const context = { Execution: run.execution };
  const scope = (more: object = {}): Scope => ({ ...variables, states: { input, context, ...more } });
  const leave = async (rule: { Assign?: unknown; Output?: unknown }, next: string | undefined, result: unknown, more: object) => {
    const assigned = rule.Assign === undefined ? {} : ((await evaluate(rule.Assign, scope(more))) as Scope);
    const output = rule.Output === undefined ? result : await evaluate(rule.Output, scope(more));
    return { output, variables: { ...variables, ...assigned }, next };
  };
  switch (state.Type) {
    case 'Fail':
      throw new StateFailure(
        String(await evaluate(state.Error ?? 'States.Fail', scope())),
        String(await evaluate(state.Cause ?? '', scope())),
      );
    case 'Choice':
      for (const rule of state.Choices ?? []) {
        if ((await evaluate(rule.Condition, scope())) === true) return leave(rule, rule.Next, input, {});
      }
      if (state.Default === undefined) throw new StateFailure('States.NoChoiceMatched', 'no rule holds');
      return leave(state, state.Default, input, {});
    case 'Pass':
    case 'Succeed':
      return leave(state, state.Next, input, {});
    default: {
      try {
        const result = await retrying(state, run, () =>
          state.Type === 'Map' ? runMap(state, scope(), variables, run) : runTask(state, scope(), run),
        );
        return await leave(state, state.Next, result, { result });
      } catch (fault) {
        if (!(fault instanceof StateFailure)) throw fault;
        const catcher: Catcher | undefined = state.Catch?.find((candidate) => matches(candidate.ErrorEquals, fault.error));
        if (catcher === undefined) throw fault;
        const errorOutput = { Error: fault.error, Cause: fault.cause };
        return leave(catcher, catcher.Next, errorOutput, { errorOutput });
      }
    }
  }
}

async function runTask(state: State, scope: Scope, run: Run): Promise<unknown> {
  if (!/^arn:[^:]+:states:::lambda:invoke$/.test(state.Resource ?? '')) {
    throw new Error(`Resource ${state.Resource} is not known to the driver`);
  }
  const call = (await evaluate(state.Arguments, scope)) as { FunctionName: string; Payload: unknown };
  try {
    return { StatusCode: 200, Payload: await run.world.invoke(call.FunctionName, call.Payload) };
  } catch (fault) {
    const { name, message } = fault as Error;
    throw new StateFailure(name, JSON.stringify({ errorType: name, errorMessage: message }));
  }
}

async function runMap(state: State, scope: Scope, variables: Scope, run: Run): Promise<unknown> {
  const items = (await evaluate(state.Items, scope)) as unknown[];
  const processor = state.ItemProcessor;
  if (!Array.isArray(items) || processor === undefined) throw new Error('A Map needs Items and an ItemProcessor');
  // A distributed item is an execution of its own: variables of the parent do not reach it.
  const outer = processor.ProcessorConfig?.Mode === 'DISTRIBUTED' ? {} : variables;
  const results: unknown[] = new Array(items.length);
  const failures: StateFailure[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      try {
        results[index] = await runGraph(processor, await itemInput(state, items, index, scope), outer, run);
      } catch (fault) {
        if (!(fault instanceof StateFailure)) throw fault;
        failures.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(items.length, state.MaxConcurrency || 40) }, worker));
  const [first] = failures;
  if (first !== undefined && failures.length * 100 > items.length * (state.ToleratedFailurePercentage ?? 0)) {
    // The service hides the item's own error behind this one when the mode is distributed.
    throw processor.ProcessorConfig?.Mode === 'DISTRIBUTED'
      ? new StateFailure('States.ExceedToleratedFailureThreshold', first.cause)
      : first;
  }
  return results.filter((result) => result !== undefined);
}

async function itemInput(state: State, items: readonly unknown[], index: number, scope: Scope): Promise<unknown> {
  if (state.ItemSelector === undefined) return items[index];
  const states = scope['states'] as { context: object };
  const context = { ...states.context, Map: { Item: { Index: index, Value: items[index] } } };
  return evaluate(state.ItemSelector, { ...scope, states: { ...states, context } });
}

async function retrying(state: State, run: Run, attempt: () => Promise<unknown>): Promise<unknown> {
  const used = new Map<Retrier, number>();
  for (;;) {
    try {
      return await attempt();
    } catch (fault) {
      if (!(fault instanceof StateFailure)) throw fault;
      const retrier = state.Retry?.find((candidate) => matches(candidate.ErrorEquals, fault.error));
      const tries = retrier === undefined ? 0 : (used.get(retrier) ?? 0);
      if (retrier === undefined || tries >= (retrier.MaxAttempts ?? 3)) throw fault;
      used.set(retrier, tries + 1);
      const delay = Math.min(
        (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** tries,
        retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
      );
      await run.world.sleep(retrier.JitterStrategy === 'FULL' ? delay * run.world.random() : delay);
    }
  }
}

function matches(names: readonly string[], error: string): boolean {
  if (names.includes(error) || names.includes('States.ALL')) return true;
  return names.includes('States.TaskFailed') && error !== 'States.Timeout';
}
