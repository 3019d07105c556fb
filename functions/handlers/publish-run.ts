import { compareOutcomeSchema } from '../../schemas/messages.ts';
import { endRun } from '../jobs/steps/end-run.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** Last step of a run: publishes and locks what is ready; its snapshots go in any case. */
export const handler = lambdaHandler(compareOutcomeSchema, async (ready, { environment, log, began }) => {
  const ended = await endRun(deployed(environment), ready, new Date(began).toISOString());
  const { job, county, period, outcome } = ended;
  log.say('run-ended', { job, county, period, outcome });
  return ended;
});
