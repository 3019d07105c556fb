import { describe, expect, it } from 'vitest';
import { unpackText, zipParts } from '../verify/zip-parts.ts';
import { type TableLayout, TableSheet } from './table-sheet.ts';
import { Workbook } from './workbook.ts';

interface Item {
  readonly name: string;
  readonly yuan: number;
}

const layout: TableLayout<Item> = {
  title: '项目',
  note: '说明',
  place: 1,
  frozenColumns: 1,
  columns: [
    { heading: '名称', width: 12, style: 'text', value: ({ name }) => name },
    { heading: '金额', width: 12, style: 'amount', value: ({ yuan }) => yuan },
    { heading: '结论', width: 8, style: 'answer', value: () => undefined, choices: ['是', '否'] },
  ],
};

const summed: TableLayout<Item> = {
  ...layout,
  columns: layout.columns.map((each) => ({ ...each, summed: each.heading === '金额' })),
};

async function sheetsOf(table: TableLayout<Item>, items: readonly Item[], options = {}): Promise<Record<string, string>> {
  const chunks: Uint8Array[] = [];
  const workbook = await Workbook.start({ write: (chunk) => void chunks.push(chunk), close: async () => {} }, '表', 0);
  const sheet = new TableSheet(workbook, table, options);
  for (const item of items) await sheet.add(item);
  await sheet.finish(true);
  await workbook.finish();
  const zip = Buffer.concat(chunks);
  const texts: Record<string, string> = {};
  for (const part of zipParts(zip)) texts[part.name.replace('xl/', '').replace('worksheets/', '')] = unpackText(part, zip);
  return texts;
}

const items = Array.from({ length: 7 }, (_, at): Item => ({ name: `第${at}项`, yuan: at + 0.1 }));

describe('a table sheet', () => {
  it('writes texts as text cells and amounts as numbers', async () => {
    const { 'sheet1.xml': sheet } = await sheetsOf(layout, [
      { name: '=1', yuan: 1.5 },
      { name: ' <1', yuan: 0 },
    ]);
    expect(sheet).toMatch(/<c r="A4" s="\d+" t="str"><v>=1<\/v><\/c><c r="B4" s="\d+"><v>1.5<\/v><\/c><c r="C4" s="\d+"\/>/);
    expect(sheet).toMatch(/<c r="A5" s="\d+" t="inlineStr"><is><t xml:space="preserve"> &lt;1<\/t><\/is><\/c>/);
    expect(sheet).not.toContain('<f>');
  });

  it('freezes and repeats the heading, filters the rows and offers the choices', async () => {
    const { 'sheet1.xml': sheet, 'workbook.xml': workbook } = await sheetsOf(layout, items);
    expect(sheet).toContain('<pane xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A3:C10"/>');
    expect(sheet).toContain('sqref="C4:C10"><formula1>"是,否"</formula1>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'项目'!$3:$3</definedName>`);
  });

  it('goes on in a further sheet when one is full', async () => {
    const texts = await sheetsOf(layout, items, { lastRow: 6 });
    const names = [...texts['workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['项目', '项目（续1）', '项目（续2）']);
    expect(texts['sheet2.xml']).toContain('第3项');
    expect(texts['sheet3.xml']).toContain('<autoFilter ref="A3:C4"/>');
  });

  it('has the sum of the filtered rows above the heading, with its value', async () => {
    const { 'sheet1.xml': sheet } = await sheetsOf(summed, items);
    expect(sheet).toMatch(/<c r="B3" s="\d+"><f>SUBTOTAL\(9,B5:B11\)<\/f><v>21.7<\/v><\/c>/);
    expect(sheet).toContain('<autoFilter ref="A4:C11"/>');
    expect(sheet!.indexOf('r="3"')).toBeLessThan(sheet!.indexOf('第0项'));
  });

  it('is the same where its sums are known before and its rows do not wait', async () => {
    const totals = { rows: 7, sums: [2170] };
    expect(await sheetsOf(summed, items, { totals })).toEqual(await sheetsOf(summed, items));
  });

  it.each([[{ rows: 6, sums: [2170] }], [{ rows: 7, sums: [2171] }]])(
    'is not written where its rows do not come to %j, which stands above them',
    async (totals) => {
      await expect(sheetsOf(summed, items, { totals })).rejects.toThrow('do not come to');
    },
  );

  it('sums each of its sheets apart, also where the sums of all of them are known', async () => {
    const totals = { rows: 7, sums: [2170] };
    expect(await sheetsOf(summed, items, { lastRow: 8, totals })).toEqual(await sheetsOf(summed, items, { lastRow: 8 }));
  });

  it('sums each of its sheets apart', async () => {
    const texts = await sheetsOf(summed, items, { lastRow: 8 });
    expect(texts['sheet1.xml']).toContain('<f>SUBTOTAL(9,B5:B8)</f><v>6.4</v>');
    expect(texts['sheet2.xml']).toContain('<f>SUBTOTAL(9,B5:B7)</f><v>15.3</v>');
  });

  it('makes a row as high as its longest text needs', async () => {
    const { 'sheet1.xml': sheet } = await sheetsOf(layout, [{ name: '很长的名称'.repeat(4), yuan: 1 }]);
    expect(sheet).toContain('<row r="4" ht="63" customHeight="1">');
  });

  it('is there with its heading although nothing was found', async () => {
    const { 'sheet1.xml': sheet } = await sheetsOf(layout, []);
    expect(sheet).toContain('<autoFilter ref="A3:C3"/>');
    expect(sheet).not.toContain('<dataValidation');
  });
});

describe('sheet names', () => {
  it('are short, unique and without the signs that Excel refuses', async () => {
    const workbook = await Workbook.start({ write: () => {}, close: async () => {} }, '', 0);
    expect(workbook.uniqueName('台账/系统[一]:?*')).toBe('台账系统一');
    expect(workbook.uniqueName('长'.repeat(40))).toBe('长'.repeat(31));
    expect(workbook.uniqueName('长'.repeat(40), '（续1）')).toBe(`${'长'.repeat(27)}（续1）`);
    expect(workbook.uniqueName('Abc')).toBe('Abc');
    expect(workbook.uniqueName('aBC')).toBe('aBC（2）');
    expect(workbook.uniqueName("'[]'")).toBe('表');
  });
});
