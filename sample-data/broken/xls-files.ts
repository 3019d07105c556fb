import type { BrokenFile } from './broken-file.ts';
import { biffStream, buildOle, buildXls, label, labels, numberCell, type Record, uint16s, type XlsSheet } from './build-xls.ts';
import { encode } from './encode.ts';
import { accepted, changed, everyone, table } from './roster.ts';

const read = { read: everyone() };
const others = (row: number) => everyone().filter((_, index) => index !== row - 1);
const sheets = (...more: readonly Record[]): XlsSheet[] => [{ name: '农村低保', records: [...labels(table), ...more] }];
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(Math.max(0, 5000 - bytes.length))]);

/** A file whose 32-bit field at this offset is overwritten. */
function overwritten(bytes: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value >>> 0, offset);
  return copy;
}

/** Where the sector table of an OLE file begins. */
const fatOffset = (bytes: Buffer) => (bytes.readUInt32LE(76) + 1) * 512;
const whole = () => buildXls(sheets());

/** Without the name's own cell, the formula's text result being written as the number 0. */
const uncomputed: Record[] = [
  ...labels(changed(1, 2, '')).filter(([, body]) => body.length > 9),
  [
    0x0006,
    Buffer.concat([uint16s(1, 2, 0), Buffer.alloc(14), uint16s(10), Buffer.from([0x44, 0, 0, 0, 0xc0, 0x17, 1, 0, 0x78, 0x08])]),
  ],
];
const sortedByRow = (records: readonly Record[]) =>
  [...records].sort(([, a], [, b]) => a.readUInt16LE(0) - b.readUInt16LE(0) || a.readUInt16LE(2) - b.readUInt16LE(2));

const latinRecords = table.flatMap((cells, row) =>
  cells.map((text, column): Record => {
    const bytes = encode(text, 'gb18030');
    return [0x0204, Buffer.concat([uint16s(row, column, 0, bytes.length), bytes])];
  }),
);

/** Workbooks of Excel 97 and before, and OLE containers. */
export const xlsFiles: readonly BrokenFile[] = [
  { name: 'biff-8.xls', content: whole, expected: read },
  { name: 'biff-8.et', content: whole, expected: read },
  { name: 'biff-8-named-csv.csv', content: whole, expected: read },
  {
    name: 'biff-5-code-page-936.xls',
    content: () => buildOle({ Book: biffStream([{ name: 'list', records: latinRecords }], [[0x0042, uint16s(936)]], 0x0500) }),
    expected: read,
  },
  {
    name: 'biff-4.xls',
    content: () => buildOle({ Book: padded(biffStream(sheets(), [], 0x0400)) }),
    expected: { refused: '很旧' },
  },
  {
    name: 'biff-2-bare.xls',
    content: () => Buffer.concat([uint16s(0x0009, 4, 2, 0x10), Buffer.alloc(40)]),
    expected: { refused: '很旧' },
  },
  { name: 'encrypted.xls', content: () => buildXls(sheets(), [[0x002f, uint16s(1, 1, 1)]]), expected: { refused: '加密' } },
  {
    name: 'encrypted.xlsx',
    content: () => buildOle({ EncryptionInfo: Buffer.alloc(300), EncryptedPackage: Buffer.alloc(9000) }),
    expected: { refused: '加密' },
  },
  {
    name: 'truncated.xls',
    content: () => buildOle({ Workbook: padded(biffStream(sheets())) }).subarray(0, 2048),
    expected: { refused: '损坏' },
  },
  { name: 'header-only.xls', content: () => whole().subarray(0, 512), expected: { refused: '损坏' } },
  { name: 'sectors-in-a-circle.xls', content: () => sectorLoop(), expected: { refused: '损坏' } },
  { name: 'sector-table-outside.xls', content: () => overwritten(whole(), 76, 0x00ffffff), expected: { refused: '损坏' } },
  { name: 'directory-outside.xls', content: () => overwritten(whole(), 48, 0x00ffffff), expected: { refused: '损坏' } },
  {
    name: 'no-workbook-stream.xls',
    content: () => buildOle({ Something: Buffer.alloc(9000) }),
    expected: { refused: '找不到工作簿' },
  },
  { name: 'stream-of-zeros.xls', content: () => buildOle({ Workbook: Buffer.alloc(9000) }), expected: { refused: '损坏' } },
  {
    name: 'record-longer-than-the-stream.xls',
    content: () => buildOle({ Workbook: padded(Buffer.concat([biffStream(sheets()).subarray(0, 20), uint16s(0x0204, 0xffff)])) }),
    expected: { refused: '损坏' },
  },
  {
    name: 'sheet-outside-the-stream.xls',
    content: () => buildOle({ Workbook: movedSheet() }),
    expected: { refused: '找不到工作表' },
  },
  {
    name: 'strings-by-the-billion.xls',
    content: () => buildXls(sheets(), [[0x00fc, uint16s(0xffff, 0xffff, 0xffff, 0xffff)]]),
    expected: read,
  },
  {
    name: 'string-of-65535-characters-cut.xls',
    content: () => buildXls(sheets(), [[0x00fc, Buffer.concat([uint16s(1, 0, 1, 0, 0xffff), Buffer.from([1, 0])])]]),
    expected: { refused: '损坏' },
  },
  {
    name: 'shared-string-missing.xls',
    content: () => buildXls(sheets([0x00fd, uint16s(9, 0, 0, 7, 0)])),
    expected: { refused: 'A10' },
  },
  { name: 'rows-out-of-order.xls', content: () => buildXls(sheets(label(0, 0, '甲'))), expected: { refused: '次序' } },
  {
    name: 'hidden-sheet-beside.xls',
    content: () => buildXls([{ name: '旧', state: 1, records: labels(table) }, ...sheets()]),
    expected: read,
  },
  { name: 'chart-beside.xls', content: () => buildXls([{ name: '图', kind: 2, records: [] }, ...sheets()]), expected: read },
  {
    name: 'id-as-number.xls',
    content: () =>
      buildXls([
        {
          name: '农村',
          records: sortedByRow([
            ...labels(table).filter(([, body]) => body.readUInt16LE(0) !== 1 || body.readUInt16LE(2) !== 3),
            numberCell(1, 3, 230123196803120000),
          ]),
        },
      ]),
    expected: { read: [accepted(0, 2, { id: '230123196803120000', problem: 'precision-lost' }), ...others(1)] },
  },
  {
    name: 'text-formula-never-computed.xls',
    content: () => buildXls([{ name: '农村', records: sortedByRow(uncomputed) }]),
    expected: { read: others(1), rejected: 1, says: ['公式没有计算结果'] },
  },
];

function sectorLoop(): Buffer {
  const bytes = buildOle({ Workbook: padded(biffStream(sheets())) });
  const fat = fatOffset(bytes);
  const directory = bytes.readUInt32LE(48);
  return overwritten(bytes, fat + directory * 4, directory);
}

function movedSheet(): Buffer {
  const stream = padded(biffStream(sheets()));
  // The first record behind the BOF is the sheet's entry; its body begins with the offset.
  return overwritten(stream, 20 + 4, 0x00ffffff);
}
