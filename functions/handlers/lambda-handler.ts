import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Environment, readEnvironment } from './environment.ts';
import { edgeFault } from './passing-fault.ts';
import { type RunLog, runLog } from './run-log.ts';

/** What the outside of a function is made of, so that tests can run a handler as Lambda would. */
export interface Invocation {
  readonly environment: Environment;
  readonly log: RunLog;
  /** When it began, milliseconds since 1970. */
  readonly began: number;
}

/**
 * A deployed function: the environment read and the event parsed before `work` begins, its faults named without their
 * words, its memory and time in the log when it ends.
 */
export function lambdaHandler<Schema extends z.ZodType, Answer>(
  schema: Schema,
  work: (input: z.infer<Schema>, invocation: Invocation) => Promise<Answer>,
) {
  return middy()
    .use(measured())
    .use(faultsNamed())
    .handler(async (event: unknown): Promise<Answer> => {
      const environment = readEnvironment(process.env);
      return work(schema.parse(event), { environment, log: newLog(environment.METRIC_NAMESPACE), began: Date.now() });
    });
}

const newLog = (namespace: string): RunLog => runLog((line) => process.stdout.write(`${line}\n`), namespace, Date.now);

function faultsNamed(): MiddlewareObj<unknown, unknown, Error, Context> {
  return {
    onError: ({ error }) => {
      const fault = edgeFault(error);
      newLog('').say('fault', { fault: fault.message, passing: fault.name === 'PassingFault' });
      throw fault;
    },
  };
}

function measured(): MiddlewareObj<unknown, unknown, Error, Context> {
  let began = 0;
  const end = () => {
    const memoryMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    newLog('').say('invocation-ended', { memoryMegabytes, milliseconds: Date.now() - began });
  };
  return {
    before: () => {
      began = Date.now();
    },
    after: end,
    onError: end,
  };
}
