import { describe, expect, test } from 'vitest';
import { validId } from '../../../sample-data/builders.ts';
import { readTexts } from '../../../sample-data/read-texts.ts';
import { parseCountyProfile } from '../../../schemas/county-profile.ts';
import type { Field, SourceId } from '../../../schemas/sources/source.ts';
import { sourceIds } from '../../../schemas/sources/source.ts';
import { sources } from '../../../schemas/sources/sources.ts';

const id = validId(230123, 19520101, 17);

/** A cell that the field can be read from, and that no other field's parser would give. */
function cellOf(field: Field): string {
  switch (field.kind) {
    case 'id':
      return id;
    case 'account':
      return '6228480123456789';
    case 'count':
    case 'money':
      return '7';
    case 'day':
      return '2020-05-03';
    case 'month':
    case 'start':
    case 'end':
      return '2020-05';
    case 'yes':
      return '是';
    case 'choice':
      return Object.values(field.words ?? {}).flat()[0] ?? Object.keys(field.words ?? {})[0]!;
    default:
      return '字词';
  }
}

/** A file with the field under the heading and every other needed field under its own. */
async function readUnder(id: SourceId, name: string, heading: string, profile = '{}') {
  const { fields } = sources[id];
  const columns = Object.entries(fields).filter(
    ([other, field]) => other === name || (field.requirement !== 'optional' && field.derived === undefined),
  );
  const line = (cells: readonly string[]) => cells.join(',');
  const text = [
    line(columns.map(([other, field]) => (other === name ? heading : field.heading))),
    line(columns.map(([, field]) => cellOf(field))),
  ].join('\n');
  const result = await readTexts({ [`${id}/名册.csv`]: text }, { period: '2020H1', profile: parseCountyProfile(profile) });
  return { result, at: columns.findIndex(([other]) => other === name) };
}

const all = sourceIds.flatMap((id) =>
  Object.entries(sources[id].fields)
    .filter(([, field]) => field.derived === undefined)
    .flatMap(([name, field]) => [field.heading, ...field.aliases].map((heading) => ({ id, name, heading }))),
);

describe('every heading of every field is read', () => {
  test.each(all)('$id $name as $heading', async ({ id, name, heading }) => {
    const { result, at } = await readUnder(id, name, heading);
    expect(result.refusals).toEqual([]);
    expect(result.files[0]!.sheets[0]!.columns[at]).toMatchObject({ heading, field: name, loser: false });
    const row = result.tables[id]!.row(0) as unknown as Record<string, unknown>;
    const value = row[name];
    expect([undefined, '', false]).not.toContain(value);
    expect(value).not.toMatchObject({ digits: '' });
    expect(value).not.toMatchObject({ problem: 'missing' });
  });
});

describe('every word of every choice is read', () => {
  const words = sourceIds.flatMap((id) =>
    Object.entries(sources[id].fields).flatMap(([name, field]) =>
      field.derived !== undefined
        ? []
        : Object.entries(field.words ?? {}).flatMap(([value, others]) =>
            [value, ...others].map((word) => ({ id, name, word, value })),
          ),
    ),
  );

  test.each(words)('$id $name $word is $value', async ({ id, name, word, value }) => {
    const { fields } = sources[id];
    const columns = Object.entries(fields).filter(
      ([other, field]) => other === name || (field.requirement !== 'optional' && field.derived === undefined),
    );
    const text = [
      columns.map(([, field]) => field.heading).join(','),
      columns.map(([other, field]) => (other === name ? word : cellOf(field))).join(','),
    ].join('\n');
    const result = await readTexts({ [`${id}/名册.csv`]: text });
    expect((result.tables[id]!.row(0) as unknown as Record<string, unknown>)[name]).toBe(value);
  });
});

describe('headings that need more than a look at the list', () => {
  test('a heading of the profile is read, after the own one and before the aliases', async () => {
    const profile = parseCountyProfile('{"headings":{"dibao-roster":{"category":["档次"]}}}');
    const base = '城乡类别,户主姓名,姓名,身份证号,月保障金额,乡镇,村';
    const row = `农村,张三,张三,${id},300,竹帘镇,红旗村`;
    const read = async (headings: string, cells: string) => {
      const result = await readTexts({ 'dibao-roster/a.csv': `${base},${headings}\n${row},${cells}` }, { profile });
      return result.tables['dibao-roster']!.row(0).category;
    };
    expect(await read('档次', 'B')).toBe('B');
    expect(await read('低保等级,档次', 'A,B')).toBe('B');
    expect(await read('档次,分类', 'B,C')).toBe('C');
  });

  test('证件号码 is the certificate only beside a 身份证号 column', async () => {
    const read = async (headings: string, cells: string) =>
      (
        await readTexts({
          'dibao-roster/a.csv': `城乡类别,户主姓名,姓名,月保障金额,乡镇,村,${headings}\n农村,张三,张三,300,竹帘镇,红旗村,${cells}`,
        })
      ).tables['dibao-roster']!.row(0);
    expect(await read('证件号码', id)).toMatchObject({ idNumber: { text: id }, certificateNumber: '' });
    expect(await read('证件号码,身份证号', `农001,${id}`)).toMatchObject({ idNumber: { text: id }, certificateNumber: '农001' });
  });

  test('in the system 救助类型 is the programme, from which the area follows; 特困 has none', async () => {
    const text = `救助类型,户主姓名,姓名,身份证号,月保障金额,乡镇,村,建档立卡标识,审批日期
农村低保,张三,张三,${id},300,竹帘镇,红旗村,,2020-01-02
特困供养,李四,李四,${id},300,竹帘镇,红旗村,是,`;
    const table = (await readTexts({ 'assistance-system/a.csv': text })).tables['assistance-system']!;
    expect(table.row(0)).toMatchObject({
      programme: '农村低保',
      area: '农村',
      povertyMark: false,
      decidedOn: 20200102,
      startDate: undefined,
    });
    expect(table.row(1)).toMatchObject({ programme: '特困', area: '', povertyMark: true });
  });

  test('a sum or what was paid out is the amount of a list only where nothing better stands beside it', async () => {
    const read = async (headings: string, cells: string) =>
      (
        await readTexts(
          {
            'payment-list/a.csv': `属地,姓名,身份证号,城乡类别,账户名称,账号,${headings}\n竹帘镇,张三,${id},农村,张三,,${cells}`,
          },
          { period: '2020Q3' },
        )
      ).tables['payment-list']!.row(0).amount;
    expect(await read('合计', '5')).toBe(500);
    expect(await read('合计,应发金额', '5,6')).toBe(600);
    expect(await read('实发金额,发放合计', '5,6')).toBe(600);
  });
});
