import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { ready, reportFiles, sampleCloud, sampleInbox } from './sample-cloud.ts';

const sample = sampleCloud();
const { scheduledTime } = ready;

describe('a run over counties', () => {
  /** The sample county a second time, as 230124. */
  async function uploadNeighbour(): Promise<void> {
    for (const object of await keysBelow(sample.cloud.stores.inbox, '230123/2020H1/')) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of sample.cloud.stores.inbox.read(object)) chunks.push(chunk);
      await sample.cloud.stores.inbox.write(object.replace('230123', '230124'), Buffer.concat(chunks));
    }
    await sample.cloud.stores.configuration.write('230124/county.json', readFileSync(join(sampleInbox, '230123/county.json')));
  }

  it('ends in ProgramFault where the people of one county can not be told; all have their reports', async () => {
    await uploadNeighbour();
    const interfere = (handler: string, _: number, payload: unknown) => {
      if (handler === 'tell-outcome' && (payload as { county: string }).county === '230123') throw new TypeError('x');
    };
    const execution = await sample.cloud.run('half-year', { counties: ['230123', '230124'], scheduledTime }, { interfere });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    for (const county of ['230123', '230124'])
      expect(await keysBelow(sample.cloud.stores.reports, `${county}/2020H1/half-year/`)).toHaveLength(reportFiles.length + 1);
    expect(sample.cloud.told).toMatchObject([{ subject: expect.stringContaining('230124 2020H1 半年比对：报告已发布') }]);
  });

  it('ends in ProgramFault where a county’s execution broke in a way that none of its steps could catch', async () => {
    const notACounty = 'x'.repeat(300_000);
    const execution = await sample.cloud.run('half-year', { ...ready, counties: ['230123', notACounty] });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'ProgramFault' });
    expect(sample.cloud.told).toMatchObject([{ subject: expect.stringContaining('报告已发布') }]);
    expect(await sample.cloud.run('half-year', { ...ready, counties: [notACounty] })).toMatchObject({ error: 'ProgramFault' });
  });

  it('goes over many counties; the fault of one leaves the others their reports', async () => {
    await uploadNeighbour();
    const execution = await sample.cloud.run('half-year', {
      counties: ['230123', '230124', '230125'],
      scheduledTime: '2020-07-04T18:00:00Z',
    });
    expect(execution).toMatchObject({ status: 'FAILED', error: 'InputRefused' });
    expect(await keysBelow(sample.cloud.stores.reports, '230124/2020H1/half-year/')).toHaveLength(reportFiles.length + 1);
    expect(await keysBelow(sample.cloud.stores.reports, '230125/')).toEqual(['230125/2020H1/half-year/refused.json']);
    expect(sample.cloud.told.map(({ county, subject }) => `${county}: ${subject}`).sort()).toEqual([
      '230123: 230123 2020H1 半年比对：报告已发布',
      '230124: 230124 2020H1 半年比对：报告已发布',
      '230125: 230125 2020H1 半年比对：文件被拒收',
    ]);
  });
});
