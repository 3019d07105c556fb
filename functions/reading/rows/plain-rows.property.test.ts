import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultProfile } from '../../../schemas/county-profile.ts';
import type { SourceId } from '../../../schemas/sources/source.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import type { Day } from '../../../schemas/values/day.ts';
import { openFile } from '../open-file.ts';
import type { RawRecord } from '../raw-sheet.ts';
import { type OpenedSource, readFile } from '../read-file.ts';
import { sourceReading } from '../source-reading.ts';
import { TextArena } from '../table/text-arena.ts';

const id: readonly SourceId[] = [
  'dibao-roster',
  'assistance-system',
  'poverty-registration',
  'payment-list',
  'bank-payout',
  'death-register',
];

/** What offices write, and what nobody should: each is read from a text exactly as from a cell. */
const cell = fc.oneof(
  {
    arbitrary: fc.constantFrom('', '张三', '户主', '配偶', '是', '否', '300.00', '3', '成功', '在保', 'A', '农村低保'),
    weight: 6,
  },
  { arbitrary: fc.constantFrom('230123195201010014', '23012319520101001X', '6217851000000001272', '2301231000001'), weight: 4 },
  { arbitrary: fc.constantFrom('2020-05', '202005', '2020-05-03', '20200503', '2020年5月', '2020/5/3', '43952'), weight: 3 },
  fc.constantFrom(
    ' ',
    '　',
    '\uFEFF',
    ' 张三',
    '张 三',
    '张三 ',
    '\uFFFD',
    '张\uFFFD',
    '𠮷',
    '䶮',
    '１２３',
    '￥300元',
    '-5',
    '1,234',
  ),
  fc.constantFrom(
    '23012319520101001x',
    '230123520101001',
    '230123195201010000',
    '２３０１２３１９５２０１０１００１４',
    "'230123195201010014",
  ),
  fc.constantFrom(
    '23012319520101 0014',
    '23012319520101001443B1',
    '111111111111111111',
    '2301231952010100',
    '无',
    '621785*********',
  ),
  fc.constantFrom(
    '小计',
    '合计',
    '合计：3户',
    '总计',
    '备注：无',
    '制表人：李四',
    '序号',
    '户编号',
    '乡镇',
    '小吉乡',
    '√',
    'Y',
    '0',
  ),
  fc.constantFrom('长'.repeat(63), '长'.repeat(64), '长'.repeat(65), '1'.repeat(33), 'é', 'ÿÿ', '"', '张"三', '一,二'),
  fc.string({ unit: fc.constantFrom('张', '1', ' ', 'é', '\u3000', '.', '-', '\uFFFD', '𠮷'), maxLength: 9 }),
);

const rows = fc.array(
  fc.oneof(
    { arbitrary: fc.array(cell, { minLength: 2, maxLength: 40 }), weight: 8 },
    fc.constant<string[]>([]),
    fc.constantFrom('heading').map(() => undefined),
  ),
  { maxLength: 30 },
);

/** Rows below each other are alike as in a roster: some cells are those of the row above. */
const tables = fc
  .tuple(rows, fc.infiniteStream(fc.boolean()))
  .map(([all, repeats]) =>
    all.map((cells, row) => cells?.map((own, at) => (repeats.next().value ? (all[row - 1]?.[at] ?? own) : own))),
  );

const written = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function reading(source: SourceId, raw: OpenedSource) {
  const latest = 20200630 as Day;
  const run = { period: undefined, asOf: latest, latestBirth: latest, acceptedPeriods: new Set<string>() };
  const into = sourceReading(source, defaultProfile, run, new TextArena());
  const { report, ...result } = await readFile(raw, '名册.csv', into);
  const table = into.table.finish();
  const names = Object.keys(sources[source].fields);
  const read = Array.from({ length: table.length }, (_, at) => {
    const row = table.row(at) as unknown as Record<string, unknown>;
    const id = (value: unknown) =>
      typeof value === 'object' && value !== null && 'lostDigits' in value && 'text' in value && 'problem' in value
        ? [value.text, value.problem, value.lostDigits]
        : value;
    return [table.address(at), ...names.map((name) => id(row[name]))];
  });
  const { rows: counts, repairs, unknownWords, remarks, controlTotals, sheets } = report;
  return { counts, repairs, unknownWords, remarks, controlTotals, sheets, ...result, read };
}

test.each(id)('what is read from the text of a %s is what is read from its cells, wherever its bytes are cut', async (source) => {
  const headings = Object.values(sources[source].fields).map(({ heading }) => heading);
  await fc.assert(
    fc.asyncProperty(
      tables,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.integer({ min: 1, max: 4000 }),
      async (table, lineEnd, ended, chunk) => {
        const lines = [headings, ...table.map((cells) => cells ?? headings)];
        // Enough rows above that those which are told apart stand below what the heading is looked for in.
        for (let row = 0; row < 13; row += 1)
          lines.splice(
            1,
            0,
            headings.map(() => '一'),
          );
        const bytes = new TextEncoder().encode(
          lines.map((cells) => cells.map(written).join(',')).join(lineEnd) + (ended ? lineEnd : ''),
        );
        const opened = await openFile(
          {
            name: '名册.csv',
            size: bytes.length,
            async *open() {
              for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
            },
          },
          (cells) => Number(cells[0] === headings[0]),
        );
        const records: RawRecord[] = lines.map((cells, at) => ({
          row: at + 1,
          cells: cells.length === 1 && cells[0] === '' ? [] : cells,
        }));
        // A text that ends without a line break has no record behind it; an empty last line is none.
        if (!ended && records.at(-1)!.cells.length === 0) records.pop();
        const [sheet] = opened.sheets;
        const asCells = {
          ...opened,
          sheets: [
            {
              name: '',
              visible: true,
              tabular: true,
              merges: sheet!.merges,
              async *batches() {
                yield records;
              },
            },
          ],
        };
        expect(await reading(source, opened)).toEqual(await reading(source, asCells));
      },
    ),
    { numRuns: 60 },
  );
});
