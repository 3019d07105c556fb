import { deflateRawSync } from 'node:zlib';
import type { BrokenFile } from './broken-file.ts';
import { repeatedPart } from './build-bomb.ts';
import { buildXls } from './build-xls.ts';
import { buildXlsx, inlineRows, xlsxParts } from './build-xlsx.ts';
import { buildZip, type ZipPart } from './build-zip.ts';
import { everyone, table } from './roster.ts';

const rows = inlineRows(table);
const sheets = [{ name: '农村低保', rows }];
const whole = () => buildXlsx({ sheets });
const sheetPart = 'xl/worksheets/sheet1.xml';
const read = { read: everyone() };

/** The workbook with one part changed or, by `undefined`, left out. */
function withPart(name: string, change: (part: ZipPart) => ZipPart | undefined): () => Buffer {
  return () =>
    buildXlsx({
      sheets,
      change: (parts) => parts.map((part) => (part.name === name ? change(part) : part)).filter((part) => part !== undefined),
    });
}

const replaced = (name: string, from: string | RegExp, to: string) =>
  withPart(name, (part) => ({ ...part, content: String(part.content).replaceAll(from, to) }));

/** A workbook of which one part inflates to gigabytes. */
function bomb(name: string, before: string, block: string, gigabytes: number, after: string): () => Buffer {
  const times = Math.ceil((gigabytes * 1024 ** 3) / Buffer.byteLength(block));
  const part = () => repeatedPart(name, before, block, times, after);
  return () =>
    buildXlsx({
      sheets,
      strings: '<si><t>甲</t></si>',
      change: (parts) => parts.map((own) => (own.name === name ? part() : own)),
    });
}

/** Zip containers and packages that are odd, damaged or made to hurt. */
export const xlsxPackages: readonly BrokenFile[] = [
  { name: 'package-plain.xlsx', content: whole, expected: read },
  {
    name: 'package-stored.xlsm',
    content: () => buildXlsx({ sheets, change: (parts) => parts.map((part) => ({ ...part, method: 0 })) }),
    expected: read,
  },
  {
    name: 'package-upper-case.xlsx',
    content: () => buildXlsx({ sheets, change: (parts) => parts.map((part) => ({ ...part, name: part.name.toUpperCase() })) }),
    expected: read,
  },
  {
    name: 'package-backslashes.xlsx',
    content: () =>
      buildXlsx({ sheets, change: (parts) => parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })) }),
    expected: read,
  },
  {
    name: 'package-strict.xlsx',
    content: replaced(
      'xl/_rels/workbook.xml.rels',
      'http://schemas.openxmlformats.org/officeDocument/2006',
      'http://purl.oclc.org/ooxml/officeDocument',
    ),
    expected: read,
  },
  { name: 'package-named-xls.xls', content: whole, expected: read },
  { name: 'package-named-csv.csv', content: whole, expected: read },
  { name: 'truncated-half.xlsx', content: () => whole().subarray(0, whole().length >> 1), expected: { refused: '没有传完' } },
  { name: 'truncated-by-one-byte.xlsx', content: () => whole().subarray(0, -1), expected: { refused: '没有传完' } },
  {
    name: 'truncated-first-kilobyte-lost.xlsx',
    content: () => Buffer.concat([Buffer.from('PK\x03\x04'), whole().subarray(500)]),
    expected: { refused: '损坏' },
  },
  { name: 'bad-crc.xlsx', content: withPart(sheetPart, (part) => ({ ...part, crc: 1 })), expected: { refused: '校验和' } },
  { name: 'bad-size.xlsx', content: withPart(sheetPart, (part) => ({ ...part, size: 10 })), expected: { refused: '校验和' } },
  {
    name: 'bad-deflate.xlsx',
    content: withPart(sheetPart, (part) => ({ ...part, packed: Buffer.alloc(200, 0xff) })),
    expected: { refused: '压缩数据' },
  },
  {
    name: 'cut-deflate.xlsx',
    content: withPart(sheetPart, (part) => ({
      ...part,
      packed: deflateRawSync(part.content).subarray(0, 150),
    })),
    expected: { refused: '压缩数据' },
  },
  {
    name: 'unknown-compression.xlsx',
    content: withPart(sheetPart, (part) => ({ ...part, method: 99 })),
    expected: { refused: '压缩方式' },
  },
  {
    name: 'encrypted-entries.xlsx',
    content: () => buildXlsx({ sheets, change: (parts) => parts.map((part) => ({ ...part, flags: 1 })) }),
    expected: { refused: '加密' },
  },
  {
    name: 'duplicate-entries.xlsx',
    content: () => buildXlsx({ sheets, change: (parts) => [...parts, { name: sheetPart, content: '<worksheet/>' }] }),
    expected: { refused: '同名' },
  },
  {
    name: 'duplicate-entries-by-case.xlsx',
    content: () =>
      buildXlsx({ sheets, change: (parts) => [...parts, { name: 'XL\\worksheets\\Sheet1.xml', content: '<worksheet/>' }] }),
    expected: { refused: '同名' },
  },
  {
    name: 'overlapping-entries.xlsx',
    content: () => buildXlsx({ sheets, change: (parts) => [...parts, { name: 'xl/a.xml', content: '<a/>', sharesBytesOf: 4 }] }),
    expected: { refused: '重叠' },
  },
  {
    name: 'entries-by-the-ten-thousand.xlsx',
    content: () =>
      buildXlsx({
        sheets,
        change: (parts) => [
          ...parts,
          ...Array.from({ length: 10_000 }, (_, index) => ({ name: `a/${index}`, content: '', method: 0 })),
        ],
      }),
    expected: { refused: '部件' },
  },
  {
    name: 'bomb-of-cells.xlsx',
    content: bomb(sheetPart, '<worksheet><sheetData>', '<row><c/></row>'.repeat(70_000), 3, '</sheetData></worksheet>'),
    expected: { refused: '压缩炸弹' },
  },
  {
    name: 'bomb-of-blanks.xlsx',
    content: bomb(sheetPart, '<worksheet><sheetData>', ' '.repeat(1024 ** 2), 3, '</sheetData></worksheet>'),
    expected: { refused: '压缩炸弹' },
  },
  {
    name: 'bomb-of-strings.xlsx',
    content: bomb('xl/sharedStrings.xml', '<sst>', `<si><t>${'甲'.repeat(3000)}</t></si>`.repeat(100), 3, '</sst>'),
    expected: { refused: '共享字符串超过' },
  },
  {
    name: 'bomb-in-a-part-nobody-reads.xlsx',
    content: bomb('[Content_Types].xml', '<Types>', ' '.repeat(1024 ** 2), 3, '</Types>'),
    expected: read,
  },
  {
    name: 'workbook-part-missing.xlsx',
    content: withPart('xl/workbook.xml', () => undefined),
    expected: { refused: '工作簿部件' },
  },
  {
    name: 'relationships-missing.xlsx',
    content: withPart('xl/_rels/workbook.xml.rels', () => undefined),
    expected: { refused: '关系部件' },
  },
  { name: 'root-relationships-missing.xlsx', content: withPart('_rels/.rels', () => undefined), expected: read },
  { name: 'sheet-part-missing.xlsx', content: withPart(sheetPart, () => undefined), expected: { refused: '缺少工作表' } },
  {
    name: 'sheet-outside-the-file.xlsx',
    content: replaced(
      'xl/_rels/workbook.xml.rels',
      'Target="worksheets/sheet1.xml"',
      'Target="file:///etc/passwd" TargetMode="External"',
    ),
    expected: { refused: '缺少工作表' },
  },
  {
    name: 'sheet-above-the-root.xlsx',
    content: replaced('xl/_rels/workbook.xml.rels', 'Target="worksheets', 'Target="../../../../xl/worksheets'),
    expected: read,
  },
  {
    name: 'sheet-is-the-workbook.xlsx',
    content: replaced('xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', 'workbook.xml'),
    expected: { refused: '表头行' },
  },
  {
    name: 'binary-workbook.xlsx',
    content: () =>
      buildZip(
        xlsxParts({ sheets }).map((part) => ({
          ...part,
          name: part.name.replace('workbook.xml', 'workbook.bin'),
          content: String(part.content).replace('xl/workbook.xml', 'xl/workbook.bin'),
        })),
      ),
    expected: { refused: 'xlsb' },
  },
  { name: 'no-sheets.xlsx', content: () => buildXlsx({ sheets: [] }), expected: { refused: '没有工作表' } },
  {
    name: 'sheets-by-the-thousand.xlsx',
    content: () => buildXlsx({ sheets: Array.from({ length: 1001 }, () => ({})) }),
    expected: { refused: '工作表超过' },
  },
  {
    name: 'hidden-sheets-only.xlsx',
    content: () =>
      buildXlsx({
        sheets: [
          { rows, state: 'hidden' },
          { rows, state: 'veryHidden' },
        ],
      }),
    expected: { refused: '表头行' },
  },
  {
    name: 'hidden-sheet-beside.xlsx',
    content: () => buildXlsx({ sheets: [{ rows, state: 'hidden' }, ...sheets] }),
    expected: read,
  },
  {
    name: 'chart-sheet-beside.xlsx',
    content: () => buildXlsx({ sheets: [{ kind: 'chartsheet', part: '<chartsheet/>' }, ...sheets] }),
    expected: read,
  },
  { name: 'empty-sheet.xlsx', content: () => buildXlsx({ sheets: [{}] }), expected: { refused: '表头行' } },
  {
    name: 'old-workbook-named-xlsx.xlsx',
    content: () => buildXls([{ name: '农村低保', records: [] }]),
    expected: { refused: '表头行' },
  },
];
