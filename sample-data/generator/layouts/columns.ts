import type { Grid } from '../files/text-file.ts';
import type { Money } from '../world/rows.ts';

/** A layout is a list of columns: the heading as this office writes it, and what stands below it. */
export type Columns<Row> = readonly (readonly [heading: string, cell: (row: Row, index: number) => string])[];

export const headings = <Row>(columns: Columns<Row>): string[] => columns.map(([heading]) => heading);

export const cells = <Row>(columns: Columns<Row>, rows: readonly Row[]): string[][] =>
  rows.map((row, index) => columns.map(([, cell]) => cell(row, index)));

/** A row that says something in its first cell and is blank beyond. */
export const alone = (text: string, width: number): string[] => [text, ...Array<string>(width - 1).fill('')];

export const table = <Row>(columns: Columns<Row>, rows: readonly Row[], title?: string): Grid => [
  ...(title === undefined ? [] : [alone(title, columns.length)]),
  headings(columns),
  ...cells(columns, rows),
];

/** A heading for which this county has nothing to say. */
export const empty = (heading: string): readonly [string, () => string] => [heading, () => ''];

export const yuan = (money: Money): string => (typeof money === 'string' ? money : (money / 100).toFixed(2));

/** Without the trailing zeros that a spreadsheet would not show: 300, 120.5. */
export const shortYuan = (money: Money): string => (typeof money === 'string' ? money : String(money / 100));

export const thousands = (fen: number): string => yuan(fen).replace(/\B(?=(\d{3})+\.)/g, ',');

export const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
