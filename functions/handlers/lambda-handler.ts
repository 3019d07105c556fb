import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { type Environment, EnvironmentIncomplete, readEnvironment } from './environment.ts';
import { edgeFault } from './passing-fault.ts';
import { type RunLog, runLog } from './run-log.ts';

/** What the outside of a function is made of, so that tests can run a handler as Lambda would. */
export interface Invocation {
  readonly environment: Environment;
  readonly log: RunLog;
  /** When it began, milliseconds since 1970. */
  readonly began: number;
}

const log = runLog((line) => process.stdout.write(`${line}\n`), Date.now);

/** The most that the function has held so far, also before this invocation. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

/**
 * A deployed function: the environment read and the event parsed before `work` begins, its faults named without their
 * words, its memory and time in the log when it ends.
 */
export function lambdaHandler<Schema extends z.ZodType, Answer>(
  schema: Schema,
  work: (input: z.infer<Schema>, invocation: Invocation) => Promise<Answer>,
) {
  // One invocation after the other: a function never runs two at once.
  let began = 0;
  // Gives nothing back: that would be the function's answer.
  const end = () => {
    log.say('invocation-ended', { memoryMegabytes: peakMegabytes(), milliseconds: Date.now() - began });
  };
  const measured: MiddlewareObj<unknown, unknown, Error, Context> = {
    before: () => {
      began = Date.now();
    },
    after: end,
    onError: end,
  };
  return middy()
    .use(measured)
    .handler(async (event: unknown): Promise<Answer> => {
      try {
        const environment = readEnvironment(process.env);
        return await work(schema.parse(event), { environment, log, began });
      } catch (error) {
        // Here and not in a middleware: what one throws keeps the error before it, which the runtime would log in words.
        throw named(error);
      }
    });
}

function named(error: unknown): Error {
  if (error instanceof EnvironmentIncomplete) log.say('environment-incomplete', { missing: error.missing });
  const fault = edgeFault(error);
  log.say('fault', { fault: fault.message, passing: fault.name === 'PassingFault' });
  return fault;
}
