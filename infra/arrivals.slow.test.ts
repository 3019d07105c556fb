import { describe, expect, it } from 'vitest';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { sampleCloud } from './sample-cloud.ts';

const sample = sampleCloud();

describe('an arrival', () => {
  const created = (object: string) => ({ detail: { bucket: { name: 'inbox' }, object: { key: object } } });

  it('gets its reading report in the reports bucket, never beside the file', async () => {
    const [object] = await keysBelow(sample.cloud.stores.inbox, '230123/2020H1/death-register/');
    await sample.cloud.call('check-arrival', created(object!));
    const name = object!.split('/').at(-1);
    const report = JSON.parse((await sample.content(`230123/2020H1/arrivals/death-register/${name}.json`)).toString());
    expect(report).toMatchObject({ file: name, source: 'death-register', problems: [] });
    expect(report.rows.read).toBeGreaterThan(0);
    expect(sample.cloud.told).toEqual([]);
  });

  it('that misses a column is told to people at once', async () => {
    const object = '230123/2020H1/dibao-roster/缺列.csv';
    await sample.cloud.stores.inbox.write(
      object,
      Buffer.from('乡镇,村,户主姓名,姓名,城乡类别,月保障金额\n甲镇,乙村,丙,丙,农村,300\n'),
    );
    await sample.cloud.call('check-arrival', created(object));
    expect(sample.cloud.told).toMatchObject([{ county: '230123' }]);
    const report = JSON.parse((await sample.content('230123/2020H1/arrivals/dibao-roster/缺列.csv.json')).toString());
    expect(JSON.stringify(report.problems)).toContain('身份证号');
  });

  it('that no run would read is left alone', async () => {
    for (const object of ['230123/2020H1/dibao-roster/~$台账.xlsx', 'x/y', '230123/2020H1/nothing/a.csv']) {
      await sample.cloud.call('check-arrival', created(object));
    }
    expect(await keysBelow(sample.cloud.stores.reports, '')).toEqual([]);
  });
});

describe('the reminder', () => {
  it('names the sources that have not come', async () => {
    for (const object of await keysBelow(sample.cloud.stores.inbox, '230123/2020Q3/bank-payout/'))
      await sample.cloud.stores.inbox.delete(object);
    await sample.cloud.call('remind-inputs', { job: 'payout', counties: ['230123'], scheduledTime: '2020-07-08T01:00:00Z' });
    expect(sample.cloud.told).toMatchObject([{ county: '230123' }]);
    expect(sample.cloud.told[0]?.message).toContain('bank-payout');
    expect(sample.cloud.told[0]?.message).not.toContain('payment-list');
  });

  it('is silent where all have', async () => {
    await sample.cloud.call('remind-inputs', { job: 'payout', counties: ['230123'], scheduledTime: '2020-07-08T01:00:00Z' });
    expect(sample.cloud.told).toEqual([]);
  });
});
