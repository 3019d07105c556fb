import * as z from 'zod';
import { jobIdSchema, jobNames } from '../../schemas/job.ts';
import { countyCodeSchema } from '../../schemas/messages.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { missingInputs } from '../jobs/steps/missing-inputs.ts';
import { schedulePeriod } from '../jobs/steps/schedule-period.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';

const reminderSchema = z.strictObject({
  job: jobIdSchema,
  counties: z.array(countyCodeSchema),
  scheduledTime: z.iso.datetime({ offset: true }),
});

/** Three days before a run: which lists have not come yet. */
export const handler = lambdaHandler(reminderSchema, async ({ job, counties, scheduledTime }, { environment, log }) => {
  const ports = deployed(environment);
  const period = schedulePeriod(job, scheduledTime).text;
  for (const county of counties) {
    const { required, optional, unsorted } = await missingInputs(ports.inbox, job, county, period);
    if (required.length + optional.length === 0) continue;
    log.say('inputs-missing', { job, county, period, sources: required.length + optional.length });
    const names = (ids: readonly (keyof typeof sources)[]) => ids.map((id) => `${sources[id].name}（${id}）`).join('、') || '无';
    const lines = [`还缺必需的来源：${names(required)}`, `还缺可选的来源：${names(optional)}`];
    if (unsorted > 0) lines.push(`另有 ${unsorted} 个文件未放入来源文件夹，运行时按表头识别。`);
    await ports.tell(county, `${county} ${period} ${jobNames[job]}：三天后运行，文件未齐`, lines.join('\n'));
  }
});
