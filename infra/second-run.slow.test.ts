import { describe, expect, it } from 'vitest';
import { keysBelow } from '../functions/storage/object-store-contract.ts';
import { placeOf, ready, reportFiles, sampleCloud } from './sample-cloud.ts';

const sample = sampleCloud();

describe('a run beside or after another', () => {
  it('gives one published result with a second run at once', async () => {
    const outcomes = await Promise.all([
      sample.cloud.run('half-year', ready),
      sample.cloud.run('half-year', ready, { name: 'run-2' }),
    ]);
    const said = outcomes.map((execution) =>
      execution.status === 'SUCCEEDED' ? (execution.output as { outcome: string }[])[0]?.outcome : '',
    );
    expect(said.sort()).toEqual(['published', 'unchanged']);
    expect(await keysBelow(sample.cloud.stores.reports, placeOf('half-year'))).toHaveLength(reportFiles.length + 1);
  });

  it('changes nothing when it is repeated', async () => {
    await sample.cloud.run('half-year', ready);
    const tag = await sample.cloud.stores.reports.tag(`${placeOf('half-year')}current.json`);
    expect(await sample.cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'unchanged' }] });
    expect(await sample.cloud.stores.reports.tag(`${placeOf('half-year')}current.json`)).toBe(tag);
  });

  it('does not bring a withdrawn report back', async () => {
    await sample.cloud.run('half-year', ready);
    const withdrawn = `${placeOf('half-year')}${await sample.currentManifest('half-year')}/withdrawn.json`;
    await sample.cloud.stores.reports.write(withdrawn, new Uint8Array(0));
    await sample.cloud.stores.reports.delete(`${placeOf('half-year')}current.json`);
    expect(await sample.cloud.run('half-year', ready, { name: 'run-2' })).toMatchObject({ output: [{ outcome: 'withdrawn' }] });
    expect(sample.cloud.told.at(-1)?.message).toContain('已撤回');
    expect(await sample.cloud.stores.reports.tag(`${placeOf('half-year')}current.json`)).toBeUndefined();
  });

  it('does not publish over a report that came while it ran', async () => {
    const late = { ...ready };
    const interfere = async (handler: string, call: number) => {
      if (handler !== 'half-year' || call > 1) return;
      await sample.cloud.stores.inbox.write('230123/2020H1/death-register/补报.csv', Buffer.from('姓名,身份证件号码,去世日期\n'));
      await sample.cloud.run('half-year', ready, { name: 'newer' });
    };
    expect(await sample.cloud.run('half-year', late, { interfere })).toMatchObject({ output: [{ outcome: 'superseded' }] });
    const standing = await sample.content(`${placeOf('half-year')}${await sample.currentManifest('half-year')}/manifest.json`);
    expect(standing.toString()).toContain('补报.csv');
  });

  it('publishes newer files over older ones that were published while it ran', async () => {
    let newer: Promise<unknown> | undefined;
    let olderEnds: () => void = () => undefined;
    const olderEnded = new Promise<void>((resolve) => {
      olderEnds = resolve;
    });
    const startNewer = async (handler: string) => {
      if (handler !== 'half-year' || newer !== undefined) return;
      await sample.cloud.stores.inbox.write('230123/2020H1/death-register/补报.csv', Buffer.from('姓名,身份证件号码,去世日期\n'));
      await new Promise<void>((listed) => {
        const interfere = async (step: string) => {
          if (step !== 'half-year') return;
          listed();
          await olderEnded;
        };
        newer = sample.cloud.run('half-year', ready, { name: 'newer', interfere });
      });
    };
    const older = await sample.cloud.run('half-year', ready, { interfere: startNewer });
    olderEnds();
    expect(older).toMatchObject({ output: [{ outcome: 'published' }] });
    expect(await newer).toMatchObject({ output: [{ outcome: 'published' }] });
    const standing = await sample.content(`${placeOf('half-year')}${await sample.currentManifest('half-year')}/manifest.json`);
    expect(standing.toString()).toContain('补报.csv');
  });
});
