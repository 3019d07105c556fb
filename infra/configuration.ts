import { z } from 'zod';
import { jobIdSchema } from '../schemas/job.ts';
import { countyCodeSchema } from '../schemas/messages.ts';
import { sourceIds } from '../schemas/sources/source.ts';

/** An EventBridge Scheduler expression in Asia/Shanghai: `cron(0 2 5 1,7 ? *)`. */
const scheduleExpression = z.string().regex(/^cron\([^()]+\)$/);

const county = z.strictObject({
  /** GB/T 2260 code, six digits. */
  code: countyCodeSchema,
  name: z.string().min(1),
  /** Years that published runs stay locked. */
  retentionYears: z.int().min(1).max(30).default(10),
  /** A calendar of its own: the county is left out of the common schedule of that job. */
  schedules: z.partialRecord(jobIdSchema, scheduleExpression).default({}),
  /** Sources that offices of this county send. */
  senders: z.array(z.enum(sourceIds)).default(['dibao-roster', 'poverty-registration', 'payment-list', 'bank-payout']),
});

/** Which counties the installation serves: `infra/counties.json`. A province is the same with more entries. */
export const configurationSchema = z
  .strictObject({ counties: z.array(county).min(1) })
  .refine(({ counties }) => new Set(counties.map(({ code }) => code)).size === counties.length, 'a county stands twice');

export type Configuration = z.infer<typeof configurationSchema>;
