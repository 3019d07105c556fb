import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  aFinding,
  aReject,
  findingList,
  halfYearReport,
  households,
  listed,
  payoutFindings,
  payoutReport,
  proof,
} from '../../sample-data/sample-report.ts';
import type { FindingList } from '../../schemas/finding.ts';
import type { MoneyProof } from '../../schemas/money-proof.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { MemoryFiles } from './memory-files.ts';
import type { Report } from './report.ts';
import { unpackText, zipParts } from './verify/zip-parts.ts';
import { totalsOf, verifyReport } from './verify-report.ts';
import { ZipArchive } from './workbook/zip-archive.ts';
import { writeReport } from './write-report.ts';

async function written(report: Report): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  await writeReport(files, report);
  return files;
}

/** Makes the manifest say that the damaged file is the right one, so that only the counting can notice. */
function coverUp(files: MemoryFiles, file: string): void {
  const bytes = files.bytes(file);
  files.change('manifest.json', (text) => {
    const manifest = JSON.parse(text) as { outputs: { file: string; size: number; sha256: string }[] };
    for (const output of manifest.outputs) {
      if (output.file !== file) continue;
      output.size = bytes.length;
      output.sha256 = createHash('sha256').update(bytes).digest('hex');
    }
    return JSON.stringify(manifest);
  });
}

const changed = (files: MemoryFiles, file: string, change: (text: string) => string): void => {
  const before = files.text(file);
  files.change(file, change);
  expect(files.text(file)).not.toBe(before);
  coverUp(files, file);
};

async function changeSheet(files: MemoryFiles, sheet: string, change: (xml: string) => string): Promise<void> {
  const zip = files.bytes('report.xlsx');
  const chunks: Uint8Array[] = [];
  const archive = new ZipArchive({ write: (chunk) => void chunks.push(chunk), close: async () => {} });
  for (const part of zipParts(zip)) {
    const xml = unpackText(part, zip);
    const isMeant = part.name.startsWith('xl/worksheets/sheet') && xml.includes(`<v>${sheet}</v>`);
    await archive.part(part.name, (entry) => entry.write(Buffer.from(isMeant ? change(xml) : xml)));
  }
  await archive.finish();
  files.written.set('report.xlsx', Buffer.concat(chunks));
  coverUp(files, 'report.xlsx');
}

const withoutLastRow = (xml: string) => xml.replace(/<row r="\d+"(?:(?!<row ).)*<\/row><\/sheetData>/s, '</sheetData>');

const halfYear = () =>
  halfYearReport([
    aFinding({ rule: 'assisted-not-registered' }),
    aFinding({ rule: 'assisted-not-registered', severity: 'notice' }),
    aFinding({ rule: 'name-mismatch', severity: 'error', name: '两\r\n行,"引号"' }),
    aFinding({ rule: 'name-mismatch', severity: 'error' }),
  ]);

describe('a report as it was written', () => {
  it('passes, also with line breaks, quotes and commas in its texts', async () => {
    const report = halfYear();
    await expect(verifyReport(await written(report), totalsOf(report))).resolves.toBeUndefined();
  });

  it('passes where it reconciles a payout', async () => {
    const report = payoutReport();
    await expect(verifyReport(await written(report), totalsOf(report))).resolves.toBeUndefined();
  });

  it('passes where nothing was found', async () => {
    const report = halfYearReport([]);
    await expect(verifyReport(await written(report), totalsOf(report))).resolves.toBeUndefined();
  });

  it('is read in whatever chunks the store gives', async () => {
    const report = halfYear();
    const files = await written(report);
    for (const size of [1, 7, 100]) {
      const inPieces = {
        create: files.create,
        read: async function* (name: string) {
          const bytes = files.bytes(name);
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        },
      };
      await expect(verifyReport(inPieces, totalsOf(report))).resolves.toBeUndefined();
    }
  });
});

describe('a report is not published when', () => {
  const broken: readonly (readonly [what: string, damage: (files: MemoryFiles) => void | Promise<void>, says: RegExp])[] = [
    [
      'a line of findings.csv is missing',
      (files) => changed(files, 'findings.csv', (text) => text.slice(0, text.lastIndexOf('\r\n', text.length - 3) + 2)),
      /findings\.csv name-mismatch 条数：文件 1，应为 2/,
    ],
    [
      'a line stands there twice',
      (files) => changed(files, 'findings.csv', (text) => text + text.slice(text.lastIndexOf('\r\n', text.length - 3) + 2)),
      /name-mismatch 条数：文件 3/,
    ],
    ['a line was cut', (files) => changed(files, 'findings.csv', (text) => text.slice(0, -40)), /findings\.csv 不完整/],
    [
      'a finding changed its rule',
      (files) => changed(files, 'findings.csv', (text) => text.replace(',name-mismatch,', ',id-missing,')),
      /未运行的规则 id-missing/,
    ],
    [
      'the columns are others',
      (files) => changed(files, 'findings.csv', (text) => text.replace('finding_id,', 'id,')),
      /findings\.csv 不完整/,
    ],
    [
      'a rejected row is missing',
      (files) => changed(files, 'rejects.csv', (text) => text.slice(0, text.indexOf('\r\n') + 2)),
      /rejects\.csv 退回行：文件 0，应为 1/,
    ],
    ['a sheet lacks a row', (files) => changeSheet(files, '同证异名', withoutLastRow), /“同证异名”行数：文件 1，应为 2/],
    ['a list lacks a row', (files) => changeSheet(files, '在保未建档', withoutLastRow), /“在保未建档”行数：文件 1，应为 2/],
    ['退回行 lacks a row', (files) => changeSheet(files, '退回行', withoutLastRow), /“退回行”行数/],
    ['数据来源 lacks a file', (files) => changeSheet(files, '数据来源', withoutLastRow), /“数据来源”行数/],
    [
      'a file was changed behind the manifest',
      (files) => files.change('rejects.csv', (text) => text.replace('三百', '四百')),
      /rejects\.csv 与 manifest\.json 的哈希不符/,
    ],
    [
      'the summary says another count',
      (files) => changed(files, 'summary.json', (text) => text.replace(/"total": 2,/, '"total": 3,')),
      /summary\.json .* 条数/,
    ],
    [
      'a file of the summary lost a row',
      (files) => changed(files, 'summary.json', (text) => text.replace('"accepted": 99', '"accepted": 98')),
      /读取 100 ≠ 采用 98 \+ 退回 1/,
    ],
  ];

  it.each(broken)('%s', async (_, damage, says) => {
    const report = halfYear();
    const files = await written(report);
    await damage(files);
    await expect(verifyReport(files, totalsOf(report))).rejects.toThrow(says);
  });

  it('the workbook is damaged', async () => {
    const report = halfYear();
    const files = await written(report);
    const bytes = Buffer.from(files.bytes('report.xlsx'));
    const sheet = zipParts(bytes).find(({ name }) => name.endsWith('sheet1.xml'))!;
    bytes.writeUInt8(bytes.readUInt8(sheet.offset + 200) ^ 1, sheet.offset + 200);
    files.written.set('report.xlsx', bytes);
    await expect(verifyReport(files, totalsOf(report))).rejects.toThrow();
  });

  it('a reject was found and is nowhere', async () => {
    const report = halfYear();
    const files = await written(report);
    const more: Report = { ...report, reading: { ...report.reading, rejects: [aReject, aReject] } };
    await expect(verifyReport(files, totalsOf(more))).rejects.toThrow(/退回行/);
  });

  it('the rules found more than they rendered', async () => {
    const findings = halfYear().findings;
    const lossy: FindingList = { ...findings, ofRule: (rule) => [...findings.ofRule(rule)].slice(1) };
    const report = { ...halfYear(), findings: lossy };
    await expect(verifyReport(await written(report), totalsOf(report))).rejects.toMatchObject({ name: 'ConservationBroken' });
  });
});

describe('money that does not add up stops the report:', () => {
  const fen = (amount: number) => amount as Fen;
  const proofs: readonly (readonly [what: string, change: Partial<MoneyProof>])[] = [
    ['due is more than what became of it', { due: { claims: 3, amount: fen(100001) }, listed: { rows: 3, amount: fen(100001) } }],
    ['the bank paid more than what became of it', { bankPaid: { rows: 3, amount: fen(72001) } }],
    [
      'less was settled than the claims got',
      { settled: { rows: 2, amount: fen(64999) }, overpaid: { claims: 0, amount: fen(1) } },
    ],
    ['the list holds more than the claims', { listed: { rows: 3, amount: fen(100001) } }],
    ['a claim is missing', { due: { claims: 4, amount: fen(100000) } }],
    ['a bank row is missing', { bankRows: 4 }],
    ['a paid row is missing', { settled: { rows: 1, amount: fen(65000) } }],
  ];

  it.each(proofs)('%s', async (_, change) => {
    const report = payoutReport({ payout: { money: { ...proof, ...change }, households: listed(...households) } });
    await expect(verifyReport(await written(report), totalsOf(report))).rejects.toMatchObject({ name: 'MoneyNotConserved' });
  });

  it('a claim of the proof has no finding', async () => {
    const rules = ['unpaid', 'payment-failed', 'payment-duplicated', 'payment-amount-mismatch', 'payment-unlisted'];
    for (const { rule } of payoutFindings()) {
      const report = payoutReport({
        findings: findingList(
          payoutFindings().filter((each) => each.rule !== rule),
          rules,
        ),
      });
      await expect(verifyReport(await written(report), totalsOf(report))).rejects.toThrow(/平衡表/);
    }
  });

  it('a finding says another amount', async () => {
    const findings = payoutFindings().map((each) =>
      each.rule === 'payment-amount-mismatch' ? { ...each, amountDifference: fen(-4999) } : each,
    );
    const report = payoutReport({ findings: findingList(findings, ['unpaid', 'payment-amount-mismatch', 'payment-unlisted']) });
    await expect(verifyReport(await written(report), totalsOf(report))).rejects.toThrow(/少发金额：文件 4999，平衡表 5000/);
  });

  it('a household is missing from 逐户核对', async () => {
    const report = payoutReport({ payout: { money: proof, households: listed(...households.slice(1)) } });
    await expect(verifyReport(await written(report), totalsOf(report))).rejects.toThrow(
      /逐户核对应发：文件 60000，平衡表 100000/,
    );
  });

  it('what was paid where nothing was due is overpaid in full, no more and no less', async () => {
    const recovered = aFinding({
      rule: 'payment-amount-mismatch',
      severity: 'error',
      expected: '-20.00',
      actual: '30.00',
      amountDifference: fen(5000),
    });
    const money: MoneyProof = {
      ...proof,
      listed: { rows: 4, amount: fen(98000) },
      toRecover: { claims: 1, amount: fen(-2000), paid: fen(3000) },
      bankPaid: { rows: 4, amount: fen(75000) },
      settled: { rows: 3, amount: fen(65000) },
      overpaid: { claims: 1, amount: fen(3000) },
      bankRows: 4,
    };
    const more = [...households, { ...households[0]!, due: fen(-2000), paid: fen(3000) }];
    const findings = findingList([...payoutFindings(), recovered], ['unpaid', 'payment-amount-mismatch', 'payment-unlisted']);
    const report = payoutReport({ findings, payout: { money, households: listed(...more) } });
    await expect(verifyReport(await written(report), totalsOf(report))).resolves.toBeUndefined();
  });
});
