import { readRequestSchema } from '../../schemas/messages.ts';
import { readInput } from '../jobs/steps/read-input.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** One file of a run → its snapshot. Runs for all files of the run side by side. */
export const handler = lambdaHandler(readRequestSchema, async (request, { environment, log }) => {
  const outcome = await readInput(deployed(environment), request);
  const { refused, rows, rejected } = outcome;
  log.say('input-read', { county: request.county, period: request.period, refused, rows, rejected });
  return outcome;
});
