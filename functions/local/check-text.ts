import type { FileReport, SheetReport } from '../../schemas/reading.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { dayText } from '../../schemas/values/day.ts';
import type { CheckedFile, IdProblemCounts } from '../reading/check-files.ts';
import { remarksOf } from '../reporting/sheets/file-sheet.ts';

const kindWords = { text: '文本', xlsx: '工作簿', xls: '旧式工作簿（xls、et）', html: '网页另存的表格' } as const;
const delimiterWords: Readonly<Record<string, string>> = { ',': '逗号', '\t': '制表符', '|': '竖线', ';': '分号', ' ': '空白' };

/** More would push what matters off the screen; `--json` has them all. */
const shownRejects = 20;

/** What a check says of one file to a person. */
export function checkLines(checked: CheckedFile): readonly string[] {
  const { file, source, report, namedPeriods, problems } = checked;
  return [
    `${file}：${problems.length > 0 ? '会被拒收' : '可以读取'}`,
    ...problems.flatMap(({ reason, mend }) => [`  ✗ ${reason}`, ...(mend ? [`    → ${mend}`] : [])]),
    `  来源：${source ? `${sources[source].name}（${source}）` : '未识别'}`,
    ...(report ? reportLines(report) : []),
    ...idLines(checked.idProblems),
    ...(namedPeriods.length > 0 ? [`  写明的期别：${namedPeriods.join('、')}`] : []),
    ...rejectLines(checked),
  ];
}

function reportLines(report: FileReport): readonly string[] {
  const { kind, encoding, delimiter, rows, dataDay, source } = report;
  const form = [kindWords[kind], encoding, delimiter && `${delimiterWords[delimiter] ?? delimiter}分隔`]
    .filter(Boolean)
    .join('，');
  return [
    `  格式：${form}`,
    ...(dataDay === undefined ? [] : [`  数据时点：${dayText(dataDay)}`]),
    ...report.sheets.flatMap((sheet) => sheetLines(sheet, source)),
    `  行数：读入 ${rows.read}，采用 ${rows.accepted}，退回 ${rows.rejected}`,
    ...remarksOf({ ...report, sheets: [] })
      .split('\n')
      .filter(Boolean)
      .map((line) => `  ${line}`),
  ];
}

const idWords: Readonly<Record<keyof IdProblemCounts, string>> = {
  missing: '缺失',
  format: '格式不符',
  'precision-lost': '末几位丢失',
  'birth-date': '出生日期不符',
  'check-digit': '校验码不符',
};

/** A run takes such rows, and finds one thing after the other wrong with them. */
function idLines(counts: IdProblemCounts): readonly string[] {
  const found = Object.entries(idWords).filter(([problem]) => counts[problem as keyof IdProblemCounts] !== undefined);
  if (found.length === 0) return [];
  const words = found.map(([problem, word]) => `${word} ${counts[problem as keyof IdProblemCounts]}`);
  const mend = counts['precision-lost'] === undefined ? '' : '；末几位丢失的，请把该列设为文本后重新导出或录入';
  return [`  证件号有问题的行：${words.join('，')}${mend}`];
}

function sheetLines({ sheet, outcome, headingRow, columns }: SheetReport, source: FileReport['source']): readonly string[] {
  const where = headingRow > 0 ? `，表头在第 ${headingRow} 行` : '';
  return [
    `  ${sheet ? `工作表“${sheet}”：` : ''}${outcome}${where}`,
    ...columns.map(({ position, heading, field, loser }) => {
      const meaning = sources[source].fields as Readonly<Record<string, { readonly heading: string }>>;
      const taken = field === '' ? '不采用' : `${meaning[field]?.heading ?? ''}（${field}）`;
      return `    第 ${position} 列  ${heading} → ${loser ? `未采用的同类列：${taken}` : taken}`;
    }),
  ];
}

function rejectLines({ rejects }: CheckedFile): readonly string[] {
  const lines = rejects.slice(0, shownRejects).map(({ kind, address, column, value, reason }) => {
    const where = `${address.sheet ? `${address.sheet} ` : ''}第 ${address.row} 行`;
    return `    ${kind === 'row' ? '退回行' : '未采用的值'}  ${where}  ${column}“${value}”：${reason}`;
  });
  const more = rejects.length - lines.length;
  return [
    ...(lines.length > 0 ? ['  退回的行和未采用的值：'] : []),
    ...lines,
    ...(more > 0 ? [`    ……还有 ${more} 条，用 --json 看全部`] : []),
  ];
}
