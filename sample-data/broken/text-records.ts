import type { BrokenFile } from './broken-file.ts';
import { accepted, changed, delimited, everyone, headings, idOf, longTable, people, table } from './roster.ts';

const read = { read: everyone() };
const lines = delimited().split('\r\n');
const withLine = (row: number, line: string) => Buffer.from(lines.map((own, index) => (index === row ? line : own)).join('\r\n'));
const others = (row: number) => everyone().filter((_, index) => index !== row - 1);
const quoted = delimited(table.map((cells) => cells.map((cell) => `"${cell}"`)));
const megabyte = Buffer.alloc(1024 ** 2, 'x');

function* hundredMegabytes(before: string, after: string): Iterable<Buffer> {
  yield Buffer.from(before);
  for (let count = 0; count < 100; count++) yield megabyte;
  yield Buffer.from(after);
}

/** Delimited text whose records are odd: quotes, line breaks, delimiters, size, and what stands in the cells. */
export const textRecords: readonly BrokenFile[] = [
  { name: 'headings-only.csv', content: () => Buffer.from(delimited([headings])), expected: { read: [], says: ['没有数据行'] } },
  { name: 'delimiter-tab.txt', content: () => Buffer.from(delimited(table, '\t')), expected: read },
  { name: 'delimiter-bar.txt', content: () => Buffer.from(delimited(table, '|')), expected: read },
  { name: 'delimiter-semicolon.csv', content: () => Buffer.from(delimited(table, ';')), expected: read },
  { name: 'delimiter-blanks.txt', content: () => Buffer.from(delimited(table, '   \u3000')), expected: read },
  {
    name: 'delimiter-declared.csv',
    content: () => Buffer.from(`sep=;\r\n${delimited(table, ';')}`),
    expected: { read: everyone(2) },
  },
  { name: 'line-break-lf.csv', content: () => Buffer.from(delimited(table, ',', '\n')), expected: read },
  { name: 'line-break-cr.csv', content: () => Buffer.from(delimited(table, ',', '\r')), expected: read },
  {
    name: 'line-breaks-mixed.csv',
    content: () => Buffer.from(table.map((cells, index) => cells.join(',') + ['\r\n', '\n', '\r'][index % 3]).join('')),
    expected: read,
  },
  { name: 'no-line-break-at-the-end.csv', content: () => Buffer.from(delimited().trimEnd()), expected: read },
  { name: 'quoted-all.csv', content: () => Buffer.from(quoted), expected: read },
  {
    name: 'quoted-line-break.csv',
    content: () => withLine(2, (lines[2] ?? '').replace('冯二喜,23', '"冯二喜",23').replace('西岗村', '"西岗村\r\n第二行"')),
    expected: read,
  },
  {
    name: 'lone-quote.csv',
    content: () => withLine(2, (lines[2] ?? '').replace('冯', '"冯')),
    expected: { read: others(2), rejected: 1, says: ['引号'] },
  },
  {
    name: 'lone-quote-in-the-last-row.csv',
    content: () => withLine(4, (lines[4] ?? '').replace('龙', '"龙')),
    expected: { read: others(4), rejected: 1, says: ['引号'] },
  },
  {
    name: 'lone-quotes-that-would-pair.csv',
    content: () =>
      Buffer.from(
        lines
          .map((line, index) =>
            index === 1 ? line.replace('丁一凡', '"丁一凡') : index === 3 ? line.replace('万三元,', '万三元",') : line,
          )
          .join('\r\n'),
      ),
    expected: {
      read: everyone()
        .map((row, index) => (index === 2 ? row : row))
        .slice(1),
      rejected: 1,
      says: ['引号'],
    },
  },
  {
    name: 'lone-quote-among-quoted.csv',
    content: () => Buffer.from(quoted.replace('"冯二喜",', '"冯二喜,')),
    expected: { read: others(2), rejected: 1, says: ['引号'] },
  },
  { name: 'quote-within-a-cell.csv', content: () => withLine(1, (lines[1] ?? '').replace('东山村', '东"山"村')), expected: read },
  {
    name: 'lone-quotes-by-the-thousand.csv',
    content: () => Buffer.from(`${delimited()}${`农村,"丁一凡\r\n`.repeat(50_000)}`),
    expected: { read: everyone(), rejected: 50_000, says: ['引号'] },
  },
  { name: 'too-few-columns.csv', content: () => withLine(2, '农村,冯二喜,冯二喜'), expected: { read: others(2), rejected: 1 } },
  {
    name: 'comma-in-a-name.csv',
    content: () => withLine(2, (lines[2] ?? '').replace('冯二喜,23', '冯,二喜,23')),
    expected: { read: others(2), rejected: 1, says: ['列数多于表头'] },
  },
  {
    name: 'one-record-without-line-break.csv',
    content: () => hundredMegabytes(delimited(), ''),
    expected: { refused: '看不到换行' },
  },
  {
    name: 'cell-of-100-megabytes.csv',
    content: () => hundredMegabytes(`${delimited()}"`, '",1\r\n'),
    expected: { refused: '看不到换行' },
  },
  {
    name: 'cell-of-40000-characters.csv',
    content: () => withLine(2, (lines[2] ?? '').replace('西岗村', '村'.repeat(40_000))),
    expected: { refused: '32767个字符' },
  },
  {
    name: 'columns-by-the-million.csv',
    content: () => Buffer.from(`${delimited()}${','.repeat(1_000_000)}\r\n`),
    expected: { refused: '超过上限1024列' },
  },
  {
    name: 'headings-below-row-12.csv',
    content: () => Buffer.from(`${'\r\n'.repeat(12)}${delimited()}`),
    expected: { refused: '表头行' },
  },
  {
    name: 'blank-lines-by-the-million.csv',
    content: () => Buffer.from(`${delimited()}${'\r\n'.repeat(1_000_000)}${delimited([people[0] ?? []])}`),
    expected: { read: [...everyone(), accepted(0, 1_000_006)] },
  },
  {
    name: 'formula-as-name.csv',
    content: () => Buffer.from(delimited(changed(1, 2, '=1+1'))),
    expected: { read: [accepted(0, 2, { name: '=1+1' }), ...others(1)] },
  },
  {
    name: 'right-to-left-marks.csv',
    content: () => Buffer.from(delimited(changed(1, 3, `\u202d${idOf(0)}\u202c`))),
    expected: { read: [accepted(0, 2, { id: `\u202d${idOf(0).slice(0, 17)}`, problem: 'format' }), ...others(1)] },
  },
  {
    name: 'two-ids-in-a-cell.csv',
    content: () => Buffer.from(delimited(changed(1, 3, `${idOf(0)} ${idOf(1)}`))),
    expected: { read: [accepted(0, 2, { id: `${idOf(0)} ${idOf(1)}`, problem: 'format' }), ...others(1)] },
  },
  {
    name: 'id-with-apostrophe.csv',
    content: () => Buffer.from(delimited(changed(1, 3, `'${idOf(0)}`))),
    expected: { read: everyone(), says: ['apostrophe'] },
  },
  {
    name: 'id-in-exponent-form.csv',
    content: () => Buffer.from(delimited(changed(1, 3, '2.30123E+17'))),
    expected: { read: [accepted(0, 2, { id: '2.30123E+17', problem: 'precision-lost' }), ...others(1)] },
  },
  {
    name: 'id-that-lost-digits.csv',
    content: () => Buffer.from(delimited(changed(1, 3, `${idOf(0).slice(0, 15)}000`))),
    expected: { read: [accepted(0, 2, { id: `${idOf(0).slice(0, 15)}000`, problem: 'precision-lost' }), ...others(1)] },
  },
  {
    name: 'amount-of-a-third-of-a-fen.csv',
    content: () => Buffer.from(delimited(changed(1, 5, '330.333'))),
    expected: { read: others(1), rejected: 1 },
  },
  { name: 'control-characters.csv', content: () => Buffer.from(delimited(changed(1, 7, '东\x07山\x1b村'))), expected: read },
  {
    name: 'rows-by-the-hundred-thousand.csv',
    content: () => Buffer.from(delimited(longTable(100_000))),
    expected: {
      read: longTable(20)
        .slice(1)
        .map((_, index) => accepted(index % people.length, index + 2)),
    },
  },
];
