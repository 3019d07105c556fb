import { PutObjectRetentionCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ReportPlace, RunShelf } from '../jobs/ports.ts';
import { currentRun, publishRun } from './s3-publisher.ts';
import { s3Store } from './s3-store.ts';

/** The runs of the reports bucket. Locks are governance locks: an administrator with the right to may still lift one. */
export function s3RunShelf(client: S3Client, bucket: string): RunShelf {
  const reports = s3Store(client, bucket);
  return {
    current: (place) => currentRun(reports, place),
    publish: (place, run, expectedTag) => publishRun(reports, place, run, expectedTag),
    lock: async ({ county, period, job }: ReportPlace, manifest, until) => {
      const RetainUntilDate = new Date(until);
      for await (const { key } of reports.list(`${county}/${period}/${job}/${manifest}/`)) {
        const Retention = { Mode: 'GOVERNANCE', RetainUntilDate } as const;
        await client.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: key, Retention }));
      }
    },
  };
}
