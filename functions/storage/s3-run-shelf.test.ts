import { ListObjectsV2Command, PutObjectRetentionCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { s3RunShelf } from './s3-run-shelf.ts';

// The local server has no object locks, so this is the one thing of the shelf that only a mock can show.
it('locks every file of a published run until the given time', async () => {
  const client = new S3Client({ region: 'cn-north-1' });
  const mock = mockClient(client);
  const run = '230123/2020H1/half-year/abc/';
  mock
    .on(ListObjectsV2Command, { Prefix: run })
    .resolves({ Contents: [{ Key: `${run}findings.csv` }, { Key: `${run}report.xlsx` }] });
  mock.on(PutObjectRetentionCommand).resolves({});
  await s3RunShelf(client, 'reports').lock(
    { county: '230123', period: '2020H1', job: 'half-year' },
    'abc',
    '2031-01-05T02:00:00Z',
  );
  expect(mock.commandCalls(PutObjectRetentionCommand).map(({ args }) => args[0].input)).toEqual(
    ['findings.csv', 'report.xlsx'].map((name) => ({
      Bucket: 'reports',
      Key: `${run}${name}`,
      Retention: { Mode: 'GOVERNANCE', RetainUntilDate: new Date('2031-01-05T02:00:00Z') },
    })),
  );
});
