import type { FileReport, UnknownWord } from '../../../schemas/reading.ts';
import { type FieldTable, meaningsOf } from '../../../schemas/sources/source.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import { dayText } from '../../../schemas/values/day.ts';
import type { TableColumn } from '../workbook/table-row.ts';
import type { TableLayout } from '../workbook/table-sheet.ts';
import { tabPlaces } from './rule-sheets.ts';

const repairWords: Readonly<Record<string, string>> = {
  'full-width': '全角转半角',
  'lower-x': '小写 x 改大写',
  apostrophe: '去掉引号',
  space: '去掉空格',
  'fifteen-digits': '15 位升 18 位',
  'disability-certificate': '残疾证号取前 18 位',
  'filled-from-household': '按同户补齐',
};

/** Counted among the repairs, and mended by nobody. */
const keptAsWritten: Readonly<Record<string, string>> = { 'account-unreadable': '账号不可读', undecodable: '乱码' };

const countsOf = (repairs: FileReport['repairs'], words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .filter(([kind]) => (repairs[kind] ?? 0) > 0)
    .map(([kind, word]) => `${word} ${repairs[kind]}`)
    .join('，');

/** The line makes the word mean the first of the field's values: whether it does, only a clerk can say. */
function wordLine({ source }: FileReport, { field, word, count, profileLine }: UnknownWord): string {
  const said = `未识别的词“${word}” ${count} 次`;
  if (profileLine === '') return said;
  const [value, ...others] = meaningsOf((sources[source].fields as FieldTable)[field]!);
  return `${said}；若意思是“${value}”，县配置可加：${profileLine}${others.length === 0 ? '' : `（若是${others.map((other) => `“${other}”`).join('或')}，请改写其中的“${value}”）`}`;
}

/** Everything else that is to be said of a file, a line each. */
export function remarksOf(file: FileReport): string {
  const lines: string[] = [];
  if (file.sameAs !== undefined) lines.push(`与“${file.sameAs}”内容完全相同，未重复读取`);
  const { superseded, blank, heading, total, note } = file.rows;
  const beside = [
    [superseded, '被后文件替代'],
    [blank, '空行'],
    [heading, '表头行'],
    [total, '合计行'],
    [note, '说明行'],
  ] as const;
  const counted = beside.filter(([count]) => count > 0).map(([count, word]) => `${word} ${count}`);
  if (counted.length > 0) lines.push(counted.join('，'));
  const mended = countsOf(file.repairs, repairWords);
  if (mended !== '') lines.push(`已修正：${mended}`);
  const kept = countsOf(file.repairs, keptAsWritten);
  if (kept !== '') lines.push(`原样保留：${kept}`);
  if (file.unknownColumns.length > 0) lines.push(`未识别的列：${file.unknownColumns.join('、')}`);
  for (const word of file.unknownWords) lines.push(wordLine(file, word));
  for (const { sheet, outcome } of file.sheets) if (sheet !== '') lines.push(`〔${sheet}〕${outcome}`);
  return [...lines, ...file.remarks].join('\n');
}

const count = (heading: string, value: (file: FileReport) => number): TableColumn<FileReport> => ({
  heading,
  width: 10,
  style: 'whole',
  value,
});

/** 数据来源: every file that was read, by its hash, with what became of its rows. */
export const fileLayout: TableLayout<FileReport> = {
  title: '数据来源',
  note: '读取行数 = 采用行数 + 退回行数；SHA-256 用于核对文件是否与本次比对所用的相同。',
  place: tabPlaces.files,
  columns: [
    { heading: '来源', width: 18, fit: [12, 20], style: 'text', value: ({ source }) => sources[source].name },
    { heading: '文件', width: 40, fit: [20, 50], style: 'text', value: ({ file }) => file },
    {
      heading: '数据时点',
      width: 12,
      style: 'centered',
      value: ({ dataDay }) => (dataDay === undefined ? '—' : dayText(dataDay)),
    },
    count('读取行数', ({ rows }) => rows.read),
    count('采用行数', ({ rows }) => rows.accepted),
    count('退回行数', ({ rows }) => rows.rejected),
    { heading: '格式或编码', width: 10, style: 'centered', value: ({ encoding, kind }) => encoding ?? kind },
    { heading: '字节数', width: 12, fit: [10, 16], style: 'whole', value: ({ size }) => size },
    { heading: 'SHA-256', width: 33, style: 'hash', value: ({ sha256 }) => sha256 },
    { heading: '说明', width: 56, fit: [56, 90], share: 1, style: 'long', value: remarksOf },
  ],
};
