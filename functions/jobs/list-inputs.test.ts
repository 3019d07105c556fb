import { expect, it } from 'vitest';
import { listInputs } from './list-inputs.ts';
import { memoryStore } from './memory-ports.ts';

const inboxOf = (...keys: string[]) => memoryStore(new Map(keys.map((key) => [key, Uint8Array.of(1, 2)])));

it('knows the source by the folder, and leaves it open for a file above the folders', async () => {
  const inbox = inboxOf(
    '230123/2020H1/dibao-roster/台账.csv',
    '230123/2020H1/死亡.xls',
    '230123/2020H2/a.csv',
    '230124/2020H1/b.csv',
  );
  const { files, refusals } = await listInputs(inbox, '230123', '2020H1');
  expect(refusals).toEqual([]);
  expect(files).toEqual([
    { key: '230123/2020H1/dibao-roster/台账.csv', source: 'dibao-roster', name: '台账.csv', size: 2 },
    { key: '230123/2020H1/死亡.xls', source: undefined, name: '死亡.xls', size: 2 },
  ]);
});

it('names a file alike on every system', async () => {
  const { files } = await listInputs(inboxOf('230123/2020H1/e\u0301.csv'), '230123', '2020H1');
  expect(files[0]).toMatchObject({ name: '\u00e9.csv', key: '230123/2020H1/e\u0301.csv' });
});

it('refuses folders that no source has, each once, a misspelt one and one too deep', async () => {
  const inbox = inboxOf(
    '230123/2020H1/dibao_roster/a.csv',
    '230123/2020H1/dibao_roster/b.csv',
    '230123/2020H1/dibao-roster/旧/c.csv',
  );
  const { files, refusals } = await listInputs(inbox, '230123', '2020H1');
  expect(files).toEqual([]);
  expect(refusals.map(({ reason }) => reason).sort()).toEqual([
    '文件夹“dibao-roster/旧”不是任何来源的文件夹',
    '文件夹“dibao_roster”不是任何来源的文件夹；是否应为 dibao-roster（低保台账）',
  ]);
});

it('says which counties and periods there are, where the one asked for has nothing', async () => {
  const inbox = inboxOf('230123/2020H1/dibao-roster/a.csv', '230123/2020Q3/b.csv', '230123/county.json');
  const { files, refusals } = await listInputs(inbox, '230124', '2020H1');
  expect(files).toEqual([]);
  expect(refusals.map(({ reason }) => reason)).toEqual([
    '收件文件夹里没有 230124/2020H1 的文件，有的是 230123/2020H1、230123/2020Q3',
  ]);
});
