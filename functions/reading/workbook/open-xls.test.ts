import xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import {
  biffStream,
  buildOle,
  buildXls,
  label,
  labels,
  numberCell,
  uint16s,
  type XlsSheet,
} from '../../../sample-data/broken/build-xls.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import { openFile } from '../open-file.ts';

async function open(bytes: Buffer) {
  return openFile(
    {
      name: 'a.xls',
      size: bytes.length,
      open: async function* () {
        yield bytes;
      },
    },
    () => false,
  );
}

async function read(bytes: Buffer): Promise<Cell[][]> {
  const { sheets } = await open(bytes);
  const rows: Cell[][] = [];
  for await (const batch of sheets[0]!.batches()) for (const { row, cells } of batch) rows.push([row, ...cells]);
  return rows;
}

const sheet = (...records: XlsSheet['records']): XlsSheet[] => [{ name: '农村', records }];

/** A FORMULA record with eight bytes of result and, as its expression, the given bytes. */
const formula = (row: number, column: number, result: readonly number[], expression: readonly number[] = []) =>
  [
    0x0006,
    Buffer.concat([
      uint16s(row, column, 0),
      Buffer.from(result),
      Buffer.alloc(6),
      uint16s(expression.length),
      Buffer.from(expression),
    ]),
  ] as const;

const textFollows = [0, 0, 0, 0, 0, 0, 0xff, 0xff];

describe('written by another program', () => {
  const rows = [
    ['姓名', '身份证号', '金额', '在保'],
    ['张䶮', '230123197001011234', 330.5, true],
    [undefined, '李', -12, false],
  ];
  const written = (cells: readonly (readonly unknown[])[], bookType: 'biff8' | 'biff5') => {
    const book = xlsx.utils.book_new();
    const made = xlsx.utils.aoa_to_sheet(cells.map((row) => [...row]));
    made['!merges'] = [xlsx.utils.decode_range('A2:A3')];
    xlsx.utils.book_append_sheet(book, made, 'list');
    return xlsx.write(book, { type: 'buffer', bookType }) as Buffer;
  };

  it('BIFF8 gives the cells that were put in', async () => {
    expect(await read(written(rows, 'biff8'))).toEqual(rows.map((cells, index) => [index + 1, ...cells]));
    expect((await open(written(rows, 'biff8'))).kind).toBe('xls');
    expect(await (await open(written(rows, 'biff8'))).sheets[0]!.merges()).toEqual([{ top: 2, bottom: 3, left: 0, right: 0 }]);
  });

  it('BIFF5 gives them, where they are ASCII', async () => {
    const plain = rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? String(cell.length) : cell)));
    expect(await read(written(plain, 'biff5'))).toEqual(plain.map((cells, index) => [index + 1, ...cells]));
  });
});

it('reads texts of BIFF5 by its code page', async () => {
  const words = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]);
  const records = [[0x0204, Buffer.concat([uint16s(0, 0, 0, 4), words])] as const];
  const stream = biffStream([{ name: 'abc', records }], [[0x0042, uint16s(936)]], 0x0500);
  expect(await read(buildOle({ Book: stream }))).toEqual([[1, '姓名']]);
});

it('reads shared strings that change width where a record goes on, with runs and phonetics', async () => {
  const strings: readonly (readonly [number, Buffer])[] = [
    [0x00fc, Buffer.concat([uint16s(2, 0, 2, 0), uint16s(4), Buffer.from([0]), Buffer.from('ab')])],
    [
      0x003c,
      Buffer.concat([
        Buffer.from([1]),
        Buffer.from('张三', 'utf16le'),
        uint16s(2),
        Buffer.from([0x0d]),
        uint16s(1, 4, 0),
        Buffer.from('李四', 'utf16le'),
      ]),
    ],
    [0x003c, Buffer.alloc(8)],
  ];
  const cells = [0, 1].map((index) => [0x00fd, uint16s(0, index, 0, index, 0)] as const);
  expect(await read(buildXls(sheet(...cells), strings))).toEqual([[1, 'ab张三', '李四']]);
});

it('reads numbers packed in 30 bits, errors, booleans', async () => {
  const rk = Buffer.alloc(4);
  rk.writeUInt32LE(((12345 << 2) | 3) >>> 0);
  const half = Buffer.alloc(4);
  half.writeUInt32LE(0x3ff80000);
  const several = [0x00bd, Buffer.concat([uint16s(0, 0, 0), rk, uint16s(0), half, uint16s(1)])] as const;
  const error = [0x0205, Buffer.concat([uint16s(0, 2, 0), Buffer.from([42, 1])])] as const;
  const yes = [0x0205, Buffer.concat([uint16s(0, 3, 0), Buffer.from([1, 0])])] as const;
  expect(await read(buildXls(sheet(several, error, yes)))).toEqual([[1, 123.45, 1.5, { error: '#N/A' }, true]]);
});

it('reads the results of formulas, a text from the record behind', async () => {
  const text = [0x0207, Buffer.concat([uint16s(2), Buffer.from([1]), Buffer.from('张三', 'utf16le')])] as const;
  const records = [
    formula(0, 0, textFollows),
    [0x04bc, Buffer.alloc(10)] as const,
    text,
    formula(0, 1, [0, 0, 0, 0, 0, 0, 0xf0, 0x3f]),
    formula(0, 2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
    formula(0, 3, [2, 0, 7, 0, 0, 0, 0xff, 0xff]),
    formula(0, 4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
  ];
  expect(await read(buildXls(sheet(...records)))).toEqual([[1, '张三', 1, true, { error: '#DIV/0!' }]]);
});

it('takes 0 for no result where a formula can only give a text, as LibreOffice writes it', async () => {
  const zero = [0, 0, 0, 0, 0, 0, 0, 0];
  const records = [
    formula(0, 0, zero, [0x44, 0, 0, 0, 0xc0, 0x17, 1, 0, 0x78, 0x08]),
    formula(0, 1, zero, [0x44, 0, 0, 0, 0xc0, 0x1e, 1, 0, 5]),
  ];
  expect(await read(buildXls(sheet(...records)))).toEqual([[1, { error: '公式没有计算结果' }, 0]]);
});

it('moves the days of a workbook that counts from 1904, and no other numbers', async () => {
  const globals = [[0x0022, uint16s(1)] as const, [0x00e0, uint16s(0, 0)] as const, [0x00e0, uint16s(0, 14)] as const];
  expect(await read(buildXls(sheet(numberCell(0, 0, 42492, 1), numberCell(0, 1, 300, 0)), globals))).toEqual([[1, 43954, 300]]);
});

it('tells a day that is shown as a month from a day', async () => {
  const globals = [[0x00e0, uint16s(0, 57)] as const, [0x00e0, uint16s(0, 14)] as const];
  const cells = sheet(numberCell(0, 0, 43983, 0), numberCell(0, 1, 43983, 1));
  expect(await read(buildXls(cells, globals))).toEqual([[1, { monthOf: 43983 }, 43983]]);
});

it('tells hidden sheets and charts apart', async () => {
  const { sheets } = await open(
    buildXls([
      { name: '一', records: [] },
      { name: '二', state: 1, records: [] },
      { name: '三', state: 2, records: [] },
      { name: '四', kind: 2, records: [] },
    ]),
  );
  expect(sheets.map(({ visible, tabular }) => [visible, tabular])).toEqual([
    [true, true],
    [false, true],
    [false, true],
    [true, false],
  ]);
});

it.each([
  ['it is encrypted', buildXls(sheet(), [[0x002f, uint16s(1, 1, 1)]]), '加密'],
  ['it is an encrypted .xlsx', buildOle({ EncryptedPackage: Buffer.alloc(9000), EncryptionInfo: Buffer.alloc(300) }), '加密'],
  ['it is a Word document', buildOle({ WordDocument: Buffer.alloc(9000) }), 'Word'],
  ['it is of before Excel 5', buildOle({ Workbook: biffStream(sheet(), [], 0x0400) }), '很旧'],
  ['it is cut off', buildXls(sheet(...labels(Array.from({ length: 900 }, () => ['甲'])))).subarray(0, 9000), '损坏'],
  ['a shared string does not exist', buildXls(sheet([0x00fd, uint16s(0, 0, 0, 5, 0)])), 'A1'],
  ['rows go back', buildXls(sheet(label(5, 0, '甲'), label(4, 0, '乙'))), '次序'],
  ['a cell comes twice', buildXls(sheet(label(5, 0, '甲'), label(5, 0, '乙'))), 'A6'],
])('refuses where %s', async (_, bytes, reason) => {
  await expect(read(bytes)).rejects.toThrow(FileRefused);
  await expect(read(bytes)).rejects.toThrow(reason);
});
