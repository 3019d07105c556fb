import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFinding, findingList, halfYearReport, payoutReport } from '../../sample-data/sample-report.ts';
import type { Finding } from '../../schemas/finding.ts';
import { manifestSchema } from '../../schemas/manifest.ts';
import { summarySchema } from '../../schemas/summary.ts';
import { MemoryFiles } from './memory-files.ts';
import type { Report } from './report.ts';
import { unpackText, zipParts } from './verify/zip-parts.ts';
import { partsDigest } from './workbook/zip-archive.ts';
import { writeReport } from './write-report.ts';

async function written(report: Report): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  await writeReport(files, report);
  return files;
}

async function opened(files: MemoryFiles): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.read(Readable.from([files.bytes('report.xlsx')]));
  return workbook;
}

const names = (workbook: ExcelJS.Workbook) => workbook.worksheets.map(({ name }) => name);

/** A formula by its value; exceljs drops the value 0. */
const shownBy = (cell: ExcelJS.Cell): unknown => {
  const value = cell.value;
  return typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value;
};

/** Texts of a row as somebody reads them. */
const texts = (sheet: ExcelJS.Worksheet, row: number) =>
  Array.from({ length: sheet.columnCount }, (_, at) => String(shownBy(sheet.getCell(row, at + 1)) ?? ''));

const allTexts = (sheet: ExcelJS.Worksheet) => Array.from({ length: sheet.rowCount }, (_, at) => texts(sheet, at + 1)).flat();

const findings: readonly Finding[] = [
  aFinding({ rule: 'newly-assisted-not-registered', severity: 'notice' }),
  aFinding({ rule: 'assisted-not-registered', severity: 'list' }),
  aFinding({ rule: 'assisted-not-registered', severity: 'notice', name: '李芳' }),
  aFinding({ rule: 'registered-not-assisted', severity: 'error', township: '红旗镇', matchBasis: 'near-id' }),
  aFinding({ rule: 'name-mismatch', severity: 'error', township: '红旗镇', expected: '张卫国', actual: '=1+1' }),
];

describe('the half-yearly report', () => {
  let files: MemoryFiles;
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    files = await written(halfYearReport(findings, { forced: ['低保台账退回行占比 35.0%，超过 20.0%'] }));
    workbook = await opened(files);
  });

  it('has 汇总 first, then a sheet a rule, lists last, then 退回行 and 数据来源', () => {
    expect(names(workbook)).toEqual([
      '汇总',
      '本年新增在保未建档',
      '在保未建档（待核实）',
      '建档未纳入救助',
      '同证异名',
      '在保未建档',
      '退回行',
      '数据来源',
    ]);
  });

  it('lets staff fill in every finding but those of lists', () => {
    const headings = ['核实情况', '处理意见', '核实人', '核实日期'];
    expect(texts(workbook.getWorksheet('同证异名')!, 3).slice(-4)).toEqual(headings);
    expect(texts(workbook.getWorksheet('在保未建档（待核实）')!, 3).slice(-4)).toEqual(headings);
    expect(texts(workbook.getWorksheet('在保未建档')!, 3)).not.toContain('核实情况');
    const sheet = workbook.getWorksheet('同证异名')!;
    const answer = texts(sheet, 3).indexOf('核实情况') + 1;
    expect(sheet.getCell(4, answer).dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"属实,不属实,已整改,无需处理"'],
    });
  });

  it('shows the finding id, both values, why two records match and where they stand', () => {
    const row = texts(workbook.getWorksheet('建档未纳入救助')!, 4);
    expect(row).toContain(findings[3]!.findingId);
    expect(row).toContain('姓名一致，证件号只差一位或相邻两位颠倒');
    expect(row).toContain('低保台账 农村低保台账.csv第2行');
  });

  it('keeps texts texts: ids are no numbers, and what looks like a formula is none', () => {
    const sheet = workbook.getWorksheet('同证异名')!;
    const heading = texts(sheet, 3);
    const cell = (column: string) => sheet.getCell(4, heading.indexOf(column) + 1);
    expect(cell('身份证号').value).toBe('230123196001010014');
    expect(cell('户编号').type).toBe(ExcelJS.ValueType.String);
    expect(cell('同证的另一姓名').value).toBe('=1+1');
    expect(cell('同证的另一姓名').type).toBe(ExcelJS.ValueType.String);
  });

  it('is set up to be printed', () => {
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet.headerFooter.oddFooter).toContain('&P');
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
      expect(sheet.views[0]?.state).toBe('frozen');
    }
  });

  it('says on 汇总 who, when, from what, what was found where, and that it was forced', () => {
    const all = allTexts(workbook.getWorksheet('汇总')!).join('\n');
    for (const words of [
      '示例县半年比对报告（2020年上半年）',
      '2020-06-30',
      '农村低保台账.csv',
      '2020-06-15',
      '示例密钥',
      '强制发布',
      '制表：',
      '审核：',
      '日期：',
      'ab'.repeat(32),
    ]) {
      expect(all).toContain(words);
    }
  });

  it('counts on 汇总 by rule and township, with totals that are formulas with their values', () => {
    const sheet = workbook.getWorksheet('汇总')!;
    const rows = Array.from({ length: sheet.rowCount }, (_, at) => at + 1);
    const heading = rows.find((row) => sheet.getCell(row, 1).value === '乡镇')!;
    const line = (row: number) => [
      sheet.getCell(row, 1).value,
      ...[2, 3, 4, 5, 6, 7].map((column) => shownBy(sheet.getCell(row, column))),
    ];
    expect(line(heading + 1)).toEqual(['前进乡', 1, 2, 0, 0, 0, 3]);
    expect(line(heading + 2)).toEqual(['红旗镇', 0, 0, 1, 1, 0, 2]);
    expect(line(heading + 3)).toEqual(['合计', 1, 2, 1, 1, 0, 5]);
    expect(sheet.getCell(heading + 3, 7).formula).toBe(`SUM(G${heading + 1}:G${heading + 2})`);
  });

  it('says which rules did not run and what could not be ruled out', async () => {
    const list = findingList(findings, ['registered-not-assisted'], { 'registered-not-assisted': '未提供特困名册，未能排除' });
    const notRun = [{ rule: 'poverty-mark-missing', title: '系统未标注建档立卡', clause: '九-2', reason: '未提供救助系统数据' }];
    const report = halfYearReport([], { findings: { ...list, notRun, total: 1 } });
    const all = allTexts((await opened(await written(report))).getWorksheet('汇总')!);
    expect(all).toEqual(expect.arrayContaining(['系统未标注建档立卡', '未提供救助系统数据', '未提供特困名册，未能排除']));
  });

  it('shows the profile values that differ as the profile writes them', async () => {
    const differs = [
      { path: 'ruralStandard.2020', value: '420000' },
      { path: 'dueDates.2020Q1', value: '20200120' },
      { path: 'places.老街镇', value: '"新街镇"' },
    ];
    const report = await written(halfYearReport([], { profile: { sha256: 'cd'.repeat(32), differs } }));
    expect(JSON.parse(report.text('summary.json')).profile).toEqual({
      sha256: 'cd'.repeat(32),
      differs: [
        { path: 'ruralStandard.2020', value: '4200' },
        { path: 'dueDates.2020Q1', value: '"2020-01-20"' },
        { path: 'places.老街镇', value: '"新街镇"' },
      ],
    });
    expect(allTexts((await opened(report)).getWorksheet('汇总')!)).toEqual(
      expect.arrayContaining(['ruralStandard.2020', '4200']),
    );
  });

  it('draws a chart by rule and one by township over the cells of 汇总', async () => {
    const zip = files.bytes('report.xlsx');
    const charts = zipParts(zip).filter(({ name }) => name.startsWith('xl/charts/'));
    expect(charts).toHaveLength(2);
    expect(unpackText(charts[0]!, zip)).toMatch(/<c:f>'汇总'!\$A\$\d+:\$A\$\d+<\/c:f>/);
  });
});

describe('the payout report', () => {
  let workbook: ExcelJS.Workbook;
  beforeAll(async () => {
    workbook = await opened(await written(payoutReport()));
  });

  it('has 逐户核对 right after 汇总, with every household and sums that follow the filter', () => {
    expect(names(workbook).slice(0, 2)).toEqual(['汇总', '逐户核对']);
    const sheet = workbook.getWorksheet('逐户核对')!;
    expect(sheet.rowCount).toBe(7);
    expect(sheet.getCell('H3').value).toEqual({ formula: 'SUBTOTAL(9,H5:H7)', result: 1000 });
    expect(sheet.getCell('I3').value).toEqual({ formula: 'SUBTOTAL(9,I5:I7)', result: 650 });
    expect(sheet.getCell('H5').value).toBe(400);
    expect(sheet.getCell('H5').numFmt).toBe('#,##0.00_ ');
  });

  it('begins 汇总 with the money proof, every identity with both sides', () => {
    const all = allTexts(workbook.getWorksheet('汇总')!);
    expect(all.indexOf('一、资金平衡')).toBeLessThan(all.indexOf('二、各规则发现的疑点'));
    expect(all).toEqual(expect.arrayContaining(['应发', '银行实发', '应发 = 足额发放 + 部分发放 + 少发 + 未发 + 发放失败']));
  });

  it('has due, paid, difference and their sums on every sheet of claims', () => {
    for (const [name, due, paid, difference] of [
      ['发放金额不符', 300, 250, -50],
      ['名册外发放', '无', 70, 70],
    ] as const) {
      const sheet = workbook.getWorksheet(name)!;
      const at = texts(sheet, 4).indexOf('差额（元）') + 1;
      expect([at - 2, at - 1, at].map((column) => sheet.getCell(5, column).value)).toEqual([due, paid, difference]);
      expect(sheet.getCell(3, at).value).toMatchObject({ result: difference });
    }
  });

  it('shows due, paid and difference as numbers, also where the bank paid nothing', () => {
    const sheet = workbook.getWorksheet('应发未发')!;
    const heading = texts(sheet, 4);
    const value = (column: string) => sheet.getCell(5, heading.indexOf(column) + 1).value;
    expect([value('应发（元）'), value('实发（元）'), value('差额（元）'), value('发放情况')]).toEqual([
      300,
      0,
      -300,
      '未见发放',
    ]);
    expect(value('账号')).toBe('6228480123456789012');
  });
});

describe('the files beside the workbook', () => {
  it('fit their schemas, and the manifest has the hash of every other file', async () => {
    const files = await written(payoutReport());
    const manifest = manifestSchema.parse(JSON.parse(files.text('manifest.json')));
    expect(manifest.outputs.map(({ file }) => file)).toEqual(['findings.csv', 'rejects.csv', 'report.xlsx', 'summary.json']);
    for (const { file, size, sha256 } of manifest.outputs) {
      expect(size).toBe(files.bytes(file).length);
      expect(sha256).toBe(createHash('sha256').update(files.bytes(file)).digest('hex'));
    }
    const summary = summarySchema.strict().parse(JSON.parse(files.text('summary.json')));
    expect(summary).toMatchObject({ asOf: '2020-07-01', dueDate: '2020-07-10', findings: { total: 3 }, rows: { read: 6 } });
    expect(summary.money?.due).toEqual({ claims: 3, amount: '1000.00' });
    expect(summary.moneyIdentities[0]).toMatchObject({ id: 'due', left: '1000.00', right: '1000.00' });
  });

  it('name no clock, no path and no machine', async () => {
    const files = await written(halfYearReport([aFinding({})]));
    const zip = files.bytes('report.xlsx');
    const parts = zipParts(zip).map((part) => unpackText(part, zip));
    const all = [...parts, files.text('manifest.json'), files.text('summary.json')].join('\n');
    expect(all).not.toMatch(/dcterms:|lastModified|\/tmp\/|\/home\/|[A-Z]:\\/);
  });

  it('have a digest over the parts of the workbook that anybody can compute', async () => {
    const files = await written(halfYearReport([aFinding({})]));
    const zip = files.bytes('report.xlsx');
    const hashes = await Promise.all(
      zipParts(zip).map(async (part) => ({
        name: part.name,
        sha256: createHash('sha256').update(unpackText(part, zip)).digest('hex'),
      })),
    );
    expect(JSON.parse(files.text('manifest.json')).workbookParts).toBe(partsDigest(hashes));
  });

  it('are the same bytes for the same report, in another time zone too', async () => {
    const zone = process.env['TZ'];
    for (const report of [payoutReport(), halfYearReport(findings)]) {
      const first = await written(report);
      process.env['TZ'] = 'America/Lima';
      const second = await written(report);
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
      for (const [name, bytes] of first.written) expect(second.bytes(name).equals(bytes), name).toBe(true);
    }
  });

  it('tell how far they are', async () => {
    const many = Array.from({ length: 10_001 }, () => aFinding({}));
    const told: (readonly number[])[] = [];
    await writeReport(new MemoryFiles(), halfYearReport(many), (done, total) => told.push([done, total]));
    expect(told).toEqual([[10_000, 10_001]]);
  });
});
