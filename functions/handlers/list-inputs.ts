import { runRequestSchema } from '../../schemas/messages.ts';
import { listRun } from '../jobs/steps/list-run.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** First step of a run: the county's files of the period. */
export const handler = lambdaHandler(runRequestSchema, async (request, { environment, log, began }) => {
  const list = await listRun(deployed(environment), request, new Date(began).toISOString());
  const { job, county, period } = list;
  log.say('inputs-listed', { job, county, period, files: list.files.length });
  return list;
});
