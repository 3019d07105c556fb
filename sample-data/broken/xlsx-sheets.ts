import type { BrokenFile } from './broken-file.ts';
import { repeatedPart } from './build-bomb.ts';
import { buildXlsx, inlineRows, type XlsxContent, type XlsxSheet } from './build-xlsx.ts';
import { accepted, changed, everyone, headings, idOf, people, table } from './roster.ts';

const read = { read: everyone() };
const others = (row: number) => everyone().filter((_, index) => index !== row - 1);
const sheet =
  (rows: string, more: Partial<XlsxSheet> = {}, content: Partial<XlsxContent> = {}) =>
  () =>
    buildXlsx({ sheets: [{ rows, ...more }], ...content });
const rows = inlineRows(table);
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** The rows with the cell of a person and column replaced by this element. */
function withCell(person: number, column: number, element: string): string {
  return inlineRows(changed(person + 1, column, '＠')).replace(inline('＠'), element);
}

/** A whole sheet part, in place of the one with these rows. */
const part = (xml: string | Buffer) => () => buildXlsx({ sheets: [{ part: xml }] });
const xmlSheet = (before: string, inner = rows) => part(`${before}<worksheet><sheetData>${inner}</sheetData></worksheet>`);

const shared = table
  .flat()
  .map((text) => `<si><r><t>${text.slice(0, 1)}</t></r><r><t>${text.slice(1)}</t></r><rPh sb="0" eb="1"><t>ZHUYIN</t></rPh></si>`)
  .join('');
const sharedRows = table
  .map((cells, row) => `<row>${cells.map((_, column) => `<c t="s"><v>${row * cells.length + column}</v></c>`).join('')}</row>`)
  .join('');

/** A sheet part that repeats a block. */
const repeatedSheet = (before: string, block: string, times: number, after: string) => () =>
  buildXlsx({
    sheets: [{}],
    change: (parts) =>
      parts.map((own) => (own.name.endsWith('sheet1.xml') ? repeatedPart(own.name, before, block, times, after) : own)),
  });

const address = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row}`;
const householdRows = Array.from(
  { length: 50_000 },
  (_, index) =>
    (index % 2 === 0 ? people[0] : (people[0] ?? []).map((cell, column) => (column === 6 || column === 7 ? '' : cell))) ?? [],
);
const manyMerges = (count: number, range: (index: number) => string) =>
  `<mergeCells>${Array.from({ length: count }, (_, index) => `<mergeCell ref="${range(index)}"/>`).join('')}</mergeCells>`;

/** Sheets and cells that are odd, damaged or made to hurt. */
export const xlsxSheets: readonly BrokenFile[] = [
  { name: 'shared-rich-text-with-phonetics.xlsx', content: sheet(sharedRows, {}, { strings: shared }), expected: read },
  { name: 'cells-without-references.xlsx', content: sheet(rows), expected: read },
  {
    name: 'rows-numbered-by-their-cells.xlsx',
    content: sheet(
      table
        .map(
          (cells, row) =>
            `<row>${cells.map((text, column) => inline(text).replace('<c', `<c r="${address(row + 3, column)}"`)).join('')}</row>`,
        )
        .join(''),
    ),
    expected: { read: everyone(3) },
  },
  {
    name: 'dimension-of-the-whole-sheet.xlsx',
    content: part(
      `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData>${rows}</sheetData></worksheet>`,
    ),
    expected: read,
  },
  {
    name: 'styled-blanks-to-the-last-cell.xlsx',
    content: sheet(`${rows}<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>`),
    expected: read,
  },
  {
    name: 'value-in-the-last-column.xlsx',
    content: sheet(`${rows}<row r="9"><c r="XFD9"><v>1</v></c></row>`),
    expected: { refused: 'XFD9' },
  },
  {
    name: 'columns-by-the-million.xlsx',
    content: sheet(`${rows}<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`),
    expected: { refused: '超过上限1024列' },
  },
  {
    name: 'cells-by-the-twenty-million.xlsx',
    content: repeatedSheet(
      '<worksheet><sheetData>',
      `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(10),
      2001,
      '</sheetData></worksheet>',
    ),
    expected: { refused: '表头行' },
  },
  {
    name: 'cells-by-the-twenty-million-below-headings.xlsx',
    content: repeatedSheet(
      `<worksheet><sheetData>${inlineRows([headings])}`,
      `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`.repeat(10),
      2001,
      '</sheetData></worksheet>',
    ),
    expected: { refused: '单元格超过上限' },
  },
  {
    name: 'cell-of-100-megabytes.xlsx',
    content: repeatedSheet(
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>',
      'x'.repeat(1024 ** 2),
      100,
      '</t></is></c></row></sheetData></worksheet>',
    ),
    expected: { refused: '32767个字符' },
  },
  {
    name: 'attribute-of-100-megabytes.xlsx',
    content: repeatedSheet('<worksheet><sheetData><row r="', '1'.repeat(1024 ** 2), 100, '"/></sheetData></worksheet>'),
    expected: { refused: '标记过长' },
  },
  {
    name: 'nested-by-the-million.xlsx',
    content: sheet(rows, { behind: '<a>'.repeat(1_000_000) }),
    expected: { refused: '嵌套' },
  },
  {
    name: 'merges-by-fifty-thousand.xlsx',
    content: sheet(inlineRows([headings, ...householdRows]), {
      behind: manyMerges(50_000, (index) => (index % 2 === 0 ? `G${index + 2}:G${index + 3}` : `H${index + 1}:H${index + 2}`)),
    }),
    expected: { read: Array.from({ length: 20 }, (_, index) => accepted(0, index + 2)) },
  },
  {
    name: 'merges-by-half-a-million.xlsx',
    content: sheet(rows, { behind: manyMerges(500_001, (index) => `A${index + 9}:B${index + 9}`) }),
    expected: { refused: '合并单元格超过' },
  },
  {
    name: 'merges-over-each-other.xlsx',
    content: sheet(rows, { behind: manyMerges(20_000, () => 'A9:B900') }),
    expected: { refused: '重叠' },
  },
  {
    name: 'merge-of-the-whole-sheet.xlsx',
    content: sheet(rows, { behind: '<mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>' }),
    expected: read,
  },
  {
    name: 'merge-of-nothing.xlsx',
    content: sheet(rows, { behind: '<mergeCells><mergeCell ref="A0:B"/></mergeCells>' }),
    expected: { refused: '合并单元格的范围' },
  },
  {
    name: 'merged-title-and-headings.xlsx',
    content: sheet(inlineRows([['2020年6月农村低保花名册'], ...table]), {
      behind: '<mergeCells><mergeCell ref="A1:H1"/></mergeCells>',
    }),
    expected: { read: everyone(2) },
  },
  {
    name: 'duplicate-cells.xlsx',
    content: sheet(`${rows}<row r="9"><c r="A9"><v>1</v></c><c r="A9"><v>2</v></c></row>`),
    expected: { refused: 'A9' },
  },
  { name: 'rows-out-of-order.xlsx', content: sheet(`${rows}<row r="2"/>`), expected: { refused: '次序' } },
  { name: 'row-number-too-high.xlsx', content: sheet(`${rows}<row r="1048577"/>`), expected: { refused: '行号' } },
  {
    name: 'cell-in-another-row.xlsx',
    content: sheet(`${rows}<row r="9"><c r="A8"><v>1</v></c></row>`),
    expected: { refused: '所在行不符' },
  },
  {
    name: 'shared-string-missing.xlsx',
    content: sheet(`${rows}<row r="9"><c r="A9" t="s"><v>99</v></c></row>`, {}, { strings: '<si/>' }),
    expected: { refused: 'A9' },
  },
  {
    name: 'shared-string-negative.xlsx',
    content: sheet(`${rows}<row r="9"><c r="A9" t="s"><v>-1</v></c></row>`, {}, { strings: '<si/>' }),
    expected: { refused: 'A9' },
  },
  {
    name: 'entity-expansion.xlsx',
    content: xmlSheet(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "${'甲'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`,
    ),
    expected: { refused: '实体声明' },
  },
  {
    name: 'external-entity.xlsx',
    content: xmlSheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    expected: { refused: '实体声明' },
  },
  { name: 'entity-unknown.xlsx', content: sheet(withCell(0, 2, inline('丁&xxe;'))), expected: { refused: '字符引用' } },
  { name: 'part-cut-off.xlsx', content: part(`<worksheet><sheetData>${rows}<row><c>`), expected: { refused: '不完整' } },
  { name: 'part-with-crossed-tags.xlsx', content: sheet(`${rows}<row><c></row></c>`), expected: { refused: '不成对' } },
  {
    name: 'part-not-utf-8.xlsx',
    content: part(
      Buffer.concat([
        Buffer.from('<worksheet><sheetData><row><c t="str"><v>'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('</v></c></row></sheetData></worksheet>'),
      ]),
    ),
    expected: { refused: '编码' },
  },
  {
    name: 'part-in-utf-16.xlsx',
    content: part(Buffer.from(`\ufeff<worksheet><sheetData>${rows}</sheetData></worksheet>`, 'utf16le')),
    expected: read,
  },
  { name: 'part-not-xml.xlsx', content: part('没有标记'), expected: { refused: '不是 XML' } },
  {
    name: 'formula-as-name.xlsx',
    content: sheet(withCell(0, 2, '<c t="str"><f>HYPERLINK("x")</f><v>丁一凡</v></c>')),
    expected: read,
  },
  {
    name: 'formula-without-result-as-name.xlsx',
    content: sheet(withCell(0, 2, '<c><f>B2</f></c>')),
    expected: { read: others(1), rejected: 1, says: ['公式没有计算结果'] },
  },
  {
    name: 'formula-error-as-amount.xlsx',
    content: sheet(withCell(0, 5, '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
    expected: { read: others(1), rejected: 1, says: ['#DIV/0!'] },
  },
  {
    name: 'id-as-number.xlsx',
    content: sheet(withCell(0, 3, `<c><v>${idOf(0)}</v></c>`)),
    expected: { read: [accepted(0, 2, { id: String(BigInt(Number(idOf(0)))), problem: 'precision-lost' }), ...others(1)] },
  },
  {
    name: 'id-as-number-in-exponent-form.xlsx',
    content: sheet(withCell(0, 3, '<c><v>2.30123196803120E+17</v></c>')),
    expected: { read: [accepted(0, 2, { id: '230123196803120000', problem: 'precision-lost' }), ...others(1)] },
  },
  { name: 'amount-of-a-float.xlsx', content: sheet(withCell(0, 5, '<c><v>330.00000000000006</v></c>')), expected: read },
  {
    name: 'boolean-as-amount.xlsx',
    content: sheet(withCell(0, 5, '<c t="b"><v>1</v></c>')),
    expected: { read: others(1), rejected: 1 },
  },
  {
    name: 'number-that-is-none.xlsx',
    content: sheet(withCell(0, 5, '<c><v>0x14A</v></c>')),
    expected: { read: others(1), rejected: 1, says: ['0x14A'] },
  },
  {
    name: 'right-to-left-name.xlsx',
    content: sheet(withCell(0, 2, inline('\u202e凡一丁'))),
    expected: { read: [accepted(0, 2, { name: '\u202e凡一丁' }), ...others(1)] },
  },
  { name: 'tags-as-text.xlsx', content: sheet(withCell(0, 7, inline('&lt;/t&gt;&lt;/sheetData&gt;'))), expected: read },
];
