import type { FileReport } from '../../../schemas/reading.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import { dayText } from '../../../schemas/values/day.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridColumn, GridSheet } from '../workbook/grid-sheet.ts';
import { lettersOf, spanOf } from './letters-of.ts';

const named: readonly GridColumn[] = [
  { heading: '来源', style: 'text' },
  { heading: '文件', style: 'text', span: 4 },
  { heading: '数据时点', style: 'centered', span: 2 },
];

/** In the order of `figuresOf`. */
const counted: readonly GridColumn[] = [
  { heading: '读取行数', style: 'whole', span: 2 },
  { heading: '采用行数', style: 'whole', span: 2 },
  { heading: '退回行数', style: 'whole' },
  { heading: '采用中被替代', style: 'whole' },
  { heading: '差（应为0）', style: 'whole' },
];

const letters = lettersOf(counted, named);
const [readLetter, acceptedLetter, rejectedLetter] = letters;

const figuresOf = ({ rows }: FileReport) => [
  rows.read,
  rows.accepted,
  rows.rejected,
  rows.superseded,
  rows.read - rows.accepted - rows.rejected,
];

/** Every input file with its 数据时点 and hash, and the proof that no row of it went missing. */
export function writeRowProof(page: GridSheet, { reading }: Report, number: string): void {
  page.section(`${number}、数据来源与行数核对（读取 = 采用 + 退回）`);
  const hash = { heading: 'SHA-256', style: 'hash', span: page.rest(spanOf(named) + spanOf(counted)) } as const;
  const start = page.row + 2;
  const rows = reading.files.map((file, at): CellValue[] => {
    const row = start + at;
    const [read, accepted, rejected, superseded, lost = 0] = figuresOf(file);
    const difference = { formula: `${readLetter}${row}-${acceptedLetter}${row}-${rejectedLetter}${row}`, value: lost };
    const day = file.dataDay === undefined ? '—' : dayText(file.dataDay);
    return [sources[file.source].name, file.file, day, read, accepted, rejected, superseded, difference, file.sha256];
  });
  const { first, last } = page.table([...named, ...counted, hash], rows);
  if (rows.length > 0) {
    const sums = reading.files.map(figuresOf).reduce((total, each) => total.map((sum, at) => sum + each[at]!));
    page.line([
      { value: '合计', style: 'totalText', span: spanOf(named) },
      ...counted.map(({ span = 1 }, at) => ({
        value: { formula: `SUM(${letters[at]}${first}:${letters[at]}${last})`, value: sums[at]! },
        style: 'totalWhole' as const,
        span,
      })),
      { value: undefined, style: 'totalText', span: hash.span },
    ]);
  }
  const unread = reading.unusedSources.map((source) => sources[source].name);
  if (unread.length > 0) page.text(`本次比对不使用、未读取的来源：${unread.join('、')}。`, 'note');
  if (reading.skippedFiles > 0) page.text(`按文件名略过 ${reading.skippedFiles} 个文件（临时文件、系统文件等）。`, 'note');
}
