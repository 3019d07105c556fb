import { describe, expect, it } from 'vitest';
import { buildXlsx, inlineRows, type XlsxContent, type XlsxSheet } from '../../../sample-data/broken/build-xlsx.ts';
import type { ZipPart } from '../../../sample-data/broken/build-zip.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import { openFile } from '../open-file.ts';

async function open(bytes: Buffer) {
  return openFile(
    {
      name: 'a.xlsx',
      size: bytes.length,
      open: async function* () {
        yield bytes;
      },
    },
    () => false,
  );
}

/** Rows of the first sheet, each with its number. */
async function read(content: XlsxContent): Promise<Cell[][]> {
  const { sheets } = await open(buildXlsx(content));
  const rows: Cell[][] = [];
  await sheets[0]!.merges();
  for await (const batch of sheets[0]!.batches()) for (const { row, cells } of batch) rows.push([row, ...cells]);
  return rows;
}

const sheet = (rows: string, more: Partial<XlsxSheet> = {}): XlsxContent => ({ sheets: [{ rows, ...more }] });

describe('cells', () => {
  it('reads shared strings: runs joined, phonetic hints left out, characters of Office unescaped', async () => {
    const strings =
      '<si><t>姓名</t></si><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>ZHANG</t></rPh><phoneticPr fontId="1"/></si>' +
      '<si><t>甲&amp;乙&#x4E00;_x000D_</t></si><si><t/></si>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>';
    expect(await read({ ...sheet(rows), strings })).toEqual([[1, '姓名', '张 三', '甲&乙一\r']]);
  });

  it('reads inline strings with rich text', async () => {
    const rows = '<row><c t="inlineStr"><is><r><t>王</t></r><r><t>五</t></r><rPh sb="0" eb="1"><t>wang</t></rPh></is></c></row>';
    expect(await read(sheet(rows))).toEqual([[1, '王五']]);
  });

  it('keeps ids that the file holds as text and gives numbers as numbers', async () => {
    const rows =
      '<row><c t="str"><f>A</f><v>230123197001011234</v></c><c><v>230123197001011234</v></c><c><v>1.10</v></c><c><v>-2E-3</v></c></row>';
    expect(await read(sheet(rows))).toEqual([[1, '230123197001011234', Number('230123197001011234'), 1.1, -0.002]]);
  });

  it('reads booleans, errors, ISO dates and the results of formulas', async () => {
    const rows =
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2020-05-03</v></c>' +
      '<c t="str"><f>B1</f><v>张三</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c></row>';
    expect(await read(sheet(rows))).toEqual([[1, true, false, { error: '#N/A' }, '2020-05-03', '张三', 2]]);
  });

  it('does not take a formula without a computed result for a blank', async () => {
    expect(await read(sheet('<row><c><f>A2</f></c><c><v>x</v></c></row>'))).toEqual([
      [1, { error: '公式没有计算结果' }, { error: 'x' }],
    ]);
  });

  it('moves the days of a workbook that counts from 1904, and no other numbers', async () => {
    const styles =
      '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.00&quot;yd&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const rows = '<row><c s="1"><v>42492</v></c><c s="2"><v>42492</v></c><c s="3"><v>300</v></c><c><v>300</v></c></row>';
    expect(await read({ ...sheet(rows), styles, date1904: true })).toEqual([[1, 43954, { monthOf: 43954 }, 300, 300]]);
    expect(await read({ ...sheet(rows), styles })).toEqual([[1, 42492, { monthOf: 42492 }, 300, 300]]);
  });

  it.each([
    ['yyyy"年"m"月"', true],
    ['yyyy\\-mm', true],
    ['[$-804]yyyy"年"m"月";@', true],
    ['mmm-yy', true],
    ['yyyy"年"m"月"d"日"', false],
    ['yyyy-mm-dd', false],
    ['yyyy', false],
    ['m"月"', false],
    ['h:mm', false],
    ['0.00', false],
  ])('shown as %s a day is a month: %s', async (code, month) => {
    const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    const cell = month ? { monthOf: 43983 } : 43983;
    expect(await read({ ...sheet('<row><c s="0"><v>43983</v></c></row>'), styles })).toEqual([[1, cell]]);
  });

  it('leaves a number under a month format that is no day to its field', async () => {
    const styles = '<cellXfs><xf numFmtId="57"/></cellXfs>';
    expect(await read({ ...sheet('<row><c s="0"><v>202006</v></c></row>'), styles })).toEqual([[1, 202006]]);
  });
});

describe('rows', () => {
  it('places cells by reference, and by order where there is none', async () => {
    const rows = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="AA3"><v>3</v></c></row><row><c><v>4</v></c></row>';
    const [first, second] = await read(sheet(rows));
    expect(first?.slice(0, 4)).toEqual([3, undefined, 1, 2]);
    expect(first?.[27]).toBe(3);
    expect(second).toEqual([4, 4]);
  });

  it('takes the number of a row from its cells where only these have one', async () => {
    expect(await read(sheet('<row><c r="A5"><v>1</v></c></row><row><c r="B9"><v>2</v></c></row>'))).toEqual([
      [5, 1],
      [9, undefined, 2],
    ]);
  });

  it('leaves out rows of styled blanks and never believes the declared dimension', async () => {
    const part =
      '<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row>' +
      '<row r="1048576"><c r="XFD1048576" s="3"/></row></sheetData></worksheet>';
    expect(await read({ sheets: [{ part }] })).toEqual([[1, 1]]);
  });

  it.each([
    ['a row comes twice', '<row r="2"/><row r="2"/>'],
    ['a row comes before an earlier one', '<row r="3"/><row r="2"/>'],
    ['a cell comes twice', '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['a cell names another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a cell has no address', '<row><c r="1A"><v>1</v></c></row>'],
    ['a row is none', '<row r="0"/>'],
    ['a shared string does not exist', '<row><c t="s"><v>7</v></c></row>'],
    ['a cell is of an unknown type', '<row><c t="x"><v>7</v></c></row>'],
    ['tags do not match', '<row><c></row></c>'],
  ])('refuses where %s', async (_, rows) => {
    await expect(read(sheet(rows))).rejects.toThrow(FileRefused);
  });
});

describe('merged ranges', () => {
  const behind = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$2:B4"/><mergeCell ref="D9"/></mergeCells>';

  it('are known before the rows', async () => {
    const { sheets } = await open(buildXlsx(sheet(inlineRows([['</sheetData> 甲']]), { behind })));
    expect(await sheets[0]!.merges()).toEqual([
      { top: 1, bottom: 1, left: 0, right: 2 },
      { top: 2, bottom: 4, left: 1, right: 1 },
    ]);
  });

  it('are found behind prefixed and empty rows, and where chunks cut the tag', async () => {
    const part = (rows: string) =>
      `<x:worksheet xmlns:x="urn:x">${rows}<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    for (const padding of [0, 65_500, 65_530]) {
      const filler = `<!--${'x'.repeat(padding)}-->`;
      for (const rows of [
        `${filler}<x:sheetData><x:row/></x:sheetData>`,
        `${filler}<x:sheetData/>`,
        `${filler}<x:sheetData></x:sheetData >`,
      ]) {
        const { sheets } = await open(buildXlsx({ sheets: [{ part: part(rows) }] }));
        expect(await sheets[0]!.merges()).toHaveLength(1);
        for await (const _ of sheets[0]!.batches());
      }
    }
  });

  it('refuse the file where they are none', async () => {
    const bad = sheet('', { behind: '<mergeCells><mergeCell ref="A1:B"/></mergeCells>' });
    await expect(read(bad)).rejects.toThrow(FileRefused);
  });
});

describe('sheets', () => {
  it('are told apart: visible, hidden, very hidden, charts', async () => {
    const { kind, sheets } = await open(
      buildXlsx({
        sheets: [
          { name: '农村&amp;城市' },
          { state: 'hidden' },
          { state: 'veryHidden' },
          { kind: 'chartsheet', part: '<chartsheet/>' },
        ],
      }),
    );
    expect(kind).toBe('xlsx');
    expect(sheets.map(({ name, visible, tabular }) => [name, visible, tabular])).toEqual([
      ['农村&城市', true, true],
      ['表2', false, true],
      ['表3', false, true],
      ['表4', true, false],
    ]);
  });

  it.each<[string, (parts: ZipPart[]) => ZipPart[]]>([
    ['parts in other letter case', (parts) => parts.map((part) => ({ ...part, name: part.name.toUpperCase() }))],
    ['names with backslashes', (parts) => parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))],
    ['targets from the root', (parts) => replaced(parts, 'Target="worksheets', 'Target="/xl/worksheets')],
    ['targets with steps back', (parts) => replaced(parts, 'Target="worksheets', 'Target="../xl/./worksheets')],
    [
      'strict OOXML',
      (parts) =>
        replaced(parts, 'http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument'),
    ],
    ['another prefix for the relation', (parts) => replaced(parts, ' r:id=', ' d3p1:id=')],
    ['attributes in single quotes with blanks', (parts) => replaced(parts, 'r:id="rId1"', "r:id = 'rId1'")],
    [
      'parts in UTF-16',
      (parts) =>
        parts.map((part) => ({
          ...part,
          content: Buffer.from(`\ufeff${String(part.content).replace(/<\?xml.*\?>/, '')}`, 'utf16le'),
        })),
    ],
    ['stored entries', (parts) => parts.map((part) => ({ ...part, method: 0 }))],
  ])('are read from a package with %s', async (_, change) => {
    expect(await read({ ...sheet(inlineRows([['甲']])), change })).toEqual([[1, '甲']]);
  });
});

function replaced(parts: readonly ZipPart[], from: string, to: string): ZipPart[] {
  return parts.map((part) => ({ ...part, content: String(part.content).replaceAll(from, to) }));
}
