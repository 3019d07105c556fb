import { isBold } from './styles.ts';
import type { TableColumn } from './table-row.ts';
import { longestLine, textWidth } from './text-width.ts';

/** Enough rows to know what ids, places and names look like; looking at all would render a report twice. */
export const rowsLookedAt = 400;
/** Characters across an A4 page on which ten points are still read: printed at about two thirds. */
const pageWidth = 216;
/** What a cell's edges take. */
const padding = 2;

/** As the sheet shows a number: with two decimals and the commas of thousands where it is yuan. */
export function numberWidth(value: number, inYuan: boolean): number {
  const digits = Math.abs(value).toFixed(inYuan ? 2 : 0);
  const commas = inYuan ? Math.floor((digits.length - 4) / 3) : 0;
  return digits.length + commas + (value < 0 ? 1 : 0);
}

const inYuan = ({ style, numberStyle = style }: { style: string; numberStyle?: string }) => /amount$/i.test(numberStyle);

/** What a text needs so that no id, account or day in it is broken. */
function textRoom(text: string, folds = Number.POSITIVE_INFINITY): number {
  const width = longestLine(text);
  if (width <= folds) return width;
  return Math.max(folds, ...(text.match(/[!-~]+/g) ?? []).map(({ length }) => length));
}

interface Seen<Row> {
  readonly column: TableColumn<Row>;
  longest: number;
  sum: number;
  /** Places and words repeat from row to row. */
  lastText: string;
}

/** Long texts take what is left, and some columns have one width always: their texts need not be made here. */
const isFitted = <Row>({ fit, share }: TableColumn<Row>) => fit !== undefined && share === undefined;

function look<Row>(columns: readonly TableColumn<Row>[], rows: Iterable<Row>): Seen<Row>[] {
  const seen = columns.map((column): Seen<Row> => ({ column, longest: 0, sum: 0, lastText: '' }));
  const fitted = seen.filter(({ column }) => isFitted(column));
  let count = 0;
  for (const row of rows) {
    count++;
    if (count > rowsLookedAt) break;
    for (const own of fitted) lookAt(own, own.column.value(row, count));
  }
  return seen;
}

function lookAt<Row>(own: Seen<Row>, value: string | number | undefined): void {
  if (value === undefined || value === own.lastText) return;
  let width: number;
  if (typeof value === 'number') {
    own.sum += value;
    width = numberWidth(value, inYuan(own.column));
  } else {
    own.lastText = value;
    width = textRoom(value, own.column.folds);
  }
  if (width > own.longest) own.longest = width;
}

/** A heading may take two lines. */
const headingWidth = (heading: string) => Math.ceil(textWidth(heading) / 4) * 2 + padding;

function fittedWidth<Row>({ column, longest, sum }: Seen<Row>, all: boolean): number {
  if (column.fit === undefined) return column.width;
  const [least, most] = column.fit;
  const total = column.summed ? Math.ceil(numberWidth(sum, true) * 1.1) : 0;
  const shown = isBold(column.numberStyle ?? column.style) ? Math.ceil(longest * 1.1) : longest;
  const needed = Math.max(shown, total, all ? 0 : column.width - padding) + padding;
  return Math.min(Math.max(needed, least, headingWidth(column.heading)), most);
}

/**
 * The columns with widths that show their texts: by the first of the rows, which may be many, and by nothing else where
 * those are `all`. What a page has left goes to the columns with a share.
 */
export function fittedColumns<Row>(columns: readonly TableColumn<Row>[], rows: Iterable<Row>, all: boolean): TableColumn<Row>[] {
  const seen = look(columns, rows);
  const widths = seen.map((own) => (own.column.share === undefined ? fittedWidth(own, all) : own.column.width));
  const left = pageWidth - widths.reduce((sum, width) => sum + width, 0);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return columns.map((column, at) => {
    const width = widths[at]!;
    if (column.share === undefined) return { ...column, width };
    const [least, most] = column.fit ?? [width, width];
    return { ...column, width: Math.max(least, Math.min(most, width + Math.floor((left * column.share) / shares))) };
  });
}
