import { runOutcomeSchema } from '../../schemas/messages.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';
import { outcomeWords } from './outcome-words.ts';

/** Tells the county's people how a run ended. */
export const handler = lambdaHandler(runOutcomeSchema, async (run, { environment }) => {
  const { subject, message } = outcomeWords(run);
  await deployed(environment).tell(run.county, subject, message);
  return run;
});
