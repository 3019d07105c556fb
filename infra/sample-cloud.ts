import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { sampleRequest } from '../sample-data/golden-run.ts';
import type { JobId } from '../schemas/job.ts';
import { type LocalCloud, startLocalCloud, upload } from './local-cloud.ts';

export const sampleInbox = fileURLToPath(new URL('../sample-data/inbox', import.meta.url));

/** In hex. */
const sampleKey = Buffer.from(sampleRequest('half-year', 'inbox').key.bytes).toString('hex');

const periods = { 'half-year': '2020H1', payout: '2020Q3' } as const;

/** Where the reports of a job over the sample county stand. */
export const placeOf = (job: JobId): string => `230123/${periods[job]}/${job}/`;

/** What every report consists of, in the order of a listing. */
export const reportFiles = ['findings.csv', 'manifest.json', 'rejects.csv', 'report.xlsx', 'summary.json'];

/** A run over the sample county that nothing is missing for. */
export const ready = { counties: ['230123'], scheduledTime: '2020-07-10T18:00:00Z' };

/** A cloud for the tests of a file; each of them begins with the sample county's files in it and nothing else. */
export function sampleCloud() {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startLocalCloud(sampleKey);
  });
  afterAll(() => cloud.stop());
  beforeEach(async () => {
    for (const store of Object.values(cloud.stores)) for (const object of await keysBelow(store, '')) await store.delete(object);
    for (const period of Object.values(periods)) await upload(cloud, sampleInbox, '230123', period);
    cloud.told.length = 0;
    cloud.logged.length = 0;
    cloud.waits.length = 0;
  });

  /** Of an object in the reports' bucket. */
  async function content(name: string): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of cloud.stores.reports.read(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** The hash by which the report that stands goes. */
  async function currentManifest(job: JobId): Promise<string> {
    return (JSON.parse((await content(`${placeOf(job)}current.json`)).toString()) as { manifest: string }).manifest;
  }

  return {
    get cloud(): LocalCloud {
      return cloud;
    },
    content,
    currentManifest,
  };
}
