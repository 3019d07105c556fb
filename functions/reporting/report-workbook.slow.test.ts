import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFinding, halfYearReport, payoutReport } from '../../sample-data/sample-report.ts';
import { MemoryFiles } from './memory-files.ts';
import type { Report } from './report.ts';
import { unpackText, zipParts } from './verify/zip-parts.ts';
import { ZipArchive } from './workbook/zip-archive.ts';
import { writeReport } from './write-report.ts';

const works = (command: string, ...parameters: string[]) => spawnSync(command, parameters).status === 0;

// In CI a missing program is a failure, or these tests would pass by never running.
const inCI = process.env['CI'] !== undefined;
const withOffice = inCI || works('soffice', '--version');
const python = works('/usr/bin/python3', '-c', 'import openpyxl') ? '/usr/bin/python3' : 'python3';
const withOpenpyxl = inCI || works(python, '-c', 'import openpyxl');

const findings = Array.from({ length: 90 }, (_, at) =>
  aFinding({
    rule: ['newly-assisted-not-registered', 'registered-not-assisted', 'name-mismatch'][at % 3]!,
    severity: (['notice', 'warning', 'error'] as const)[at % 3]!,
    township: ['前进乡', '红旗镇', '青山林场'][at % 3]!,
    actual: at % 2 === 0 ? '=1+1' : '无',
  }),
);
const reports: readonly (readonly [name: string, report: Report])[] = [
  ['half-year', halfYearReport(findings)],
  ['payout', payoutReport()],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function workbookOf(report: Report): Promise<Buffer> {
  const files = new MemoryFiles();
  await writeReport(files, report);
  return files.bytes('report.xlsx');
}

function convert(file: string, format: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', join(folder, format), file], {
    stdio: 'ignore',
  });
}

/** The same workbook without the values of its formulas, so that whoever opens it must calculate them. */
async function withoutValues(zip: Buffer): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const archive = new ZipArchive({ write: (chunk) => void chunks.push(chunk), close: async () => {} });
  for (const part of zipParts(zip)) {
    const xml = unpackText(part, zip).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1');
    await archive.part(part.name, (entry) => entry.write(Buffer.from(xml)));
  }
  await archive.finish();
  return Buffer.concat(chunks);
}

async function formulas(bytes: Buffer): Promise<Map<string, number>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.read(Readable.from([bytes]));
  const values = new Map<string, number>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula) values.set(`${sheet.name}!${cell.address}`, Number(cell.result ?? 0));
      }),
    );
  }
  return values;
}

describe.skipIf(!withOffice)('LibreOffice (skipped without soffice, required in CI)', () => {
  it.each(reports)('calculates every formula of the %s workbook to the value that stands in it', async (name, report) => {
    const bytes = await workbookOf(report);
    const bare = join(folder, `${name}.xlsx`);
    writeFileSync(bare, await withoutValues(bytes));
    convert(bare, 'xlsx');
    const written = await formulas(bytes);
    expect(written.size).toBeGreaterThan(20);
    const calculated = await formulas(readFileSync(join(folder, 'xlsx', `${name}.xlsx`)));
    for (const [cell, value] of written) expect(calculated.get(cell), cell).toBeCloseTo(value, 6);
  });

  it.each(reports)('prints the %s workbook on pages, each sheet on pages of its own', async (name, report) => {
    const file = join(folder, `${name}-print.xlsx`);
    writeFileSync(file, await workbookOf(report));
    convert(file, 'pdf');
    const pdf = readFileSync(join(folder, 'pdf', `${name}-print.pdf`)).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    // A4 landscape in points.
    expect(pdf).toMatch(/MediaBox\s*\[\s*0 0 84[12](?:\.\d+)? 59[56]/);
  });
});

const openpyxlScript = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheets = []
for sheet in book:
    cells = {cell.coordinate: [cell.data_type, cell.value] for row in sheet for cell in row if cell.value is not None}
    sheets.append({
        'name': sheet.title, 'cells': cells, 'freeze': sheet.freeze_panes, 'filter': sheet.auto_filter.ref,
        'choices': [[str(v.sqref), v.formula1] for v in sheet.data_validations.dataValidation],
        'widths': {key: dimension.width for key, dimension in sheet.column_dimensions.items()},
        'charts': len(sheet._charts), 'titles': sheet.print_title_rows,
    })
print(json.dumps(sheets))
`;

interface PythonSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, readonly [type: string, value: string | number]>>;
  readonly freeze: string;
  readonly filter: string | null;
  readonly choices: readonly (readonly [string, string])[];
  readonly widths: Readonly<Record<string, number>>;
  readonly charts: number;
  readonly titles: string;
}

describe.skipIf(!withOpenpyxl)('openpyxl (skipped without python3-openpyxl, required in CI)', () => {
  it.each(reports)('and exceljs agree on cells, types, drop-downs and widths of the %s workbook', async (name, report) => {
    const bytes = await workbookOf(report);
    const file = join(folder, `${name}-python.xlsx`);
    writeFileSync(file, bytes);
    const sheets = JSON.parse(
      execFileSync(python, ['-c', openpyxlScript, file], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    ) as PythonSheet[];
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.read(Readable.from([bytes]));
    expect(sheets.map((sheet) => sheet.name)).toEqual(workbook.worksheets.map((sheet) => sheet.name));
    expect(sheets[0]!.charts).toBe(2);
    for (const sheet of sheets) {
      const other = workbook.getWorksheet(sheet.name)!;
      for (const [address, [type, value]] of Object.entries(sheet.cells)) {
        const cell = other.getCell(address);
        if (type === 'f') expect(`=${cell.formula}`, address).toBe(value);
        else
          expect([type, cell.type], address).toEqual(
            typeof value === 'number' ? ['n', ExcelJS.ValueType.Number] : ['s', cell.type],
          );
        if (type !== 'f' && cell.type !== ExcelJS.ValueType.Hyperlink) expect(cell.value, address).toBe(value);
      }
      for (const [range, formula] of sheet.choices) {
        expect(other.getCell(range.split(':')[0]!).dataValidation.formulae).toEqual([formula]);
      }
      for (const [letters, width] of Object.entries(sheet.widths)) expect(other.getColumn(letters).width).toBe(width);
      expect(sheet.titles).toMatch(/^\$\d+:\$\d+$/);
    }
    const formulaSigns = sheets.flatMap((sheet) => Object.values(sheet.cells)).filter(([, value]) => value === '=1+1');
    expect(formulaSigns.every(([type]) => type === 's')).toBe(true);
  });
});
