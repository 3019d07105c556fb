import { describe, expect, it } from 'vitest';
import { buildXls, labels } from '../../sample-data/broken/build-xls.ts';
import { buildXlsx, inlineRows, type XlsxContent, xlsxParts } from '../../sample-data/broken/build-xlsx.ts';
import { FileRefused } from './file-refused.ts';
import { fileLimits, type Limits } from './limits.ts';
import { openFile } from './open-file.ts';

/** Reads all of a file under limits that differ from the real ones as given. */
async function read(content: Buffer | string, limits: Partial<Limits>, stopwatch?: () => number): Promise<void> {
  const bytes = Buffer.from(content);
  const input = {
    name: 'a',
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
  const { sheets } = await openFile(input, () => false, { ...fileLimits, ...limits }, stopwatch);
  for (const sheet of sheets) {
    await sheet.merges();
    for await (const _ of sheet.batches());
  }
}

const rows = (count: number, columns: number, cell = '甲') =>
  Array.from({ length: count }, () => Array.from({ length: columns }, () => cell));
const xlsx = (count: number, columns: number, more: Partial<XlsxContent> = {}) =>
  buildXlsx({ sheets: [{ rows: inlineRows(rows(count, columns)) }], ...more });
const csv = (count: number, columns: number, cell = '甲') =>
  rows(count, columns, cell)
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
const html = (count: number, columns: number, cell = '甲') =>
  `<table>${rows(count, columns, cell)
    .map((cells) => `<tr>${cells.map((words) => `<td>${words}</td>`).join('')}</tr>`)
    .join('')}</table>`;
const xls = (count: number, columns: number, cell = '甲') =>
  buildXls([{ name: '表', records: labels(rows(count, columns, cell)) }]);

const small = xlsx(1, 1);
const parts = xlsxParts({ sheets: [{ rows: inlineRows([['甲']]) }] });
// Every part but the list of content types is read, the sheet twice: for its merged ranges and for its rows.
const inflated = parts.reduce(
  (sum, { name, content }) => sum + (name.startsWith('[') ? 0 : Buffer.byteLength(content) * (name.includes('sheet1') ? 2 : 1)),
  0,
);
const merged = (count: number) =>
  xlsx(1, 1, { sheets: [{ behind: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(count)}</mergeCells>` }] });
const strings = (bytes: number) =>
  xlsx(1, 1, { strings: `<si><t>${'x'.repeat(bytes)}</t></si>`, sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }] });
const sheets = (count: number) => buildXlsx({ sheets: Array.from({ length: count }, () => ({})) });
const nested = (depth: number) => buildXlsx({ sheets: [{ behind: `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}` }] });
const spans = (count: number) => `<table>${'<tr><td colspan=2>甲</td></tr>'.repeat(count)}</table>`;

describe.each<[string, keyof Limits, number, (size: number) => Buffer | string]>([
  ['cells of an .xlsx', 'cells', 12, (size) => xlsx(size / 4, 4)],
  ['cells of an .xls', 'cells', 12, (size) => xls(size / 4, 4)],
  ['cells of a page', 'cells', 12, (size) => html(size / 4, 4)],
  ['columns of an .xlsx', 'columns', 9, (size) => xlsx(2, size)],
  ['columns of an .xls', 'columns', 9, (size) => xls(2, size)],
  ['columns of a page', 'columns', 9, (size) => html(2, size)],
  ['columns of text', 'columns', 9, (size) => csv(2, size)],
  [
    'characters of a cell of an .xlsx',
    'cellCharacters',
    50,
    (size) => buildXlsx({ sheets: [{ rows: inlineRows([['x'.repeat(size)]]) }] }),
  ],
  ['characters of a shared string', 'cellCharacters', 50, strings],
  ['characters of a cell of an .xls', 'cellCharacters', 50, (size) => xls(1, 1, 'x'.repeat(size))],
  ['characters of a cell of a page', 'cellCharacters', 50, (size) => html(1, 1, 'x'.repeat(size))],
  ['characters of a cell of text', 'cellCharacters', 50, (size) => csv(1, 2, 'x'.repeat(size))],
  ['characters of a record', 'recordCharacters', 50, (size) => `${'x'.repeat(size - 2)},x\n`],
  ['bytes of shared strings', 'sharedStringBytes', 70_000, strings],
  ['merged ranges of an .xlsx', 'mergedRanges', 5, merged],
  ['merged ranges of a page', 'mergedRanges', 5, spans],
  ['merged ranges over one row', 'columns', 5, merged],
  ['sheets', 'sheets', 3, sheets],
  ['entries of a zip', 'zipEntries', 7, (size) => sheets(size - 4)],
  ['nesting of a part', 'nesting', 9, (size) => nested(size - 1)],
  ['nesting of a page', 'nesting', 9, (size) => `<table>${'<b>'.repeat(size - 1)}`],
])('%s', (_, limit, size, made) => {
  const longest = limit === 'sharedStringBytes' ? { cellCharacters: Infinity } : {};

  it('pass at the limit', async () => {
    await read(made(size), { ...longest, [limit]: size });
  });

  it('are refused one beyond', async () => {
    const step = limit === 'cells' ? 4 : 1;
    await expect(read(made(size + step), { ...longest, [limit]: size + step - 1 })).rejects.toThrow(FileRefused);
    await expect(read(made(size), { ...longest, [limit]: size - 1 })).rejects.toThrow(FileRefused);
  });
});

it.each<[keyof Limits, number]>([
  ['workbookBytes', small.length],
  ['inflatedBytes', inflated],
])('%s pass at the limit and are refused one beyond', async (limit, size) => {
  await read(small, { [limit]: size });
  await expect(read(small, { [limit]: size - 1 })).rejects.toThrow(FileRefused);
});

describe('seconds', () => {
  /** A stopwatch that moves a second forward each time it is looked at. */
  const ticking = () => {
    let seconds = 0;
    return () => ++seconds * 1000;
  };

  it.each([
    ['an .xlsx', xlsx(3, 3)],
    ['an .xls', xls(3, 3)],
    ['a page', html(3, 3)],
  ])('end the reading of %s', async (_, content) => {
    await read(content, { seconds: 1000 }, ticking());
    await expect(read(content, { seconds: 0 }, ticking())).rejects.toThrow('0秒');
  });

  it('do not run while others use the rows', async () => {
    let now = 0;
    const bytes = xlsx(3000, 1);
    const input = {
      name: 'a',
      size: bytes.length,
      open: async function* () {
        yield bytes;
      },
    };
    const { sheets: opened } = await openFile(
      input,
      () => false,
      { ...fileLimits, seconds: 5 },
      () => now,
    );
    let batches = 0;
    for await (const _ of opened[0]!.batches()) {
      batches++;
      now += 4000;
    }
    expect(batches).toBeGreaterThan(1);
  });
});

it('leaves room for what a county sends, within a Lambda of 1 GB', () => {
  expect(fileLimits.cells).toBeGreaterThan(100_000 * 51);
  expect(fileLimits.workbookBytes + fileLimits.sharedStringBytes * 2).toBeLessThan(1024 ** 3);
});
