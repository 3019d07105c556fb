import * as z from 'zod';
import { jobIdSchema } from '../schemas/job.ts';
import { countyCodeSchema } from '../schemas/messages.ts';

/** An EventBridge Scheduler expression in Asia/Shanghai: `cron(0 2 5 1,7 ? *)`. */
const scheduleExpression = z.string().regex(/^cron\([^()]+\)$/);

const county = z.strictObject({
  /** GB/T 2260 code, six digits. */
  code: countyCodeSchema,
  name: z.string().min(1),
  /** A calendar of its own: the county is left out of the common schedule of that job. */
  schedules: z.partialRecord(jobIdSchema, scheduleExpression).default({}),
});

/** Which counties the installation serves: `infra/counties.json`. A province is the same with more entries. */
export const configurationSchema = z
  .strictObject({ counties: z.array(county).min(1) })
  .refine(({ counties }) => new Set(counties.map(({ code }) => code)).size === counties.length, 'a county stands twice');

export type Configuration = z.infer<typeof configurationSchema>;
