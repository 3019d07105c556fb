import * as z from 'zod';
import { arrivalOf, checkArrival } from '../jobs/steps/check-arrival.ts';
import { profileBytesOf } from '../jobs/steps/profile-bytes.ts';
import { deployed } from './deployed.ts';
import { lambdaHandler } from './lambda-handler.ts';

/** S3's word, by way of EventBridge, that an object was created. The key is as it is, not URL-encoded. */
const objectCreatedSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

/** Reads a file when it arrives, so that its sender learns at once what a run would refuse. */
export const handler = lambdaHandler(objectCreatedSchema, async ({ detail }, { environment, log }) => {
  const arrival = arrivalOf(detail.object.key);
  if (arrival === undefined) return log.say('arrival-ignored', { county: detail.object.key.slice(0, 6).replace(/\D/g, '') });
  const ports = deployed(environment);
  const { county, period } = arrival;
  const profile = await profileBytesOf(ports.configuration, county);
  const { refused, rows, rejected, folder } = await checkArrival({ ...ports, profile }, arrival);
  log.say('arrival-checked', { county, period: period.text, refused, rows, rejected });
  if (!refused) return;
  await ports.tell(
    county,
    `${county} ${period.text}：收到的文件须改正`,
    `${county} ${period.text}：收到的一个文件现在还不能用，原因和改法见报告存储桶 ${folder} 中与它同名的结果。`,
  );
});
