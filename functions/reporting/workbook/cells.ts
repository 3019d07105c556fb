import { attributeText, cellText, isPlainCell, plainCell } from './cell-text.ts';
import { type StyleName, styleIndex } from './styles.ts';

/** A formula of ours with the value that it has now, so that a reader that does not calculate shows the right one. */
export interface Formula {
  readonly formula: string;
  readonly value: number;
}

export type CellValue = string | number | Formula | undefined;

/** One cell at a position such as `B7`. Text is always a text cell. */
export function cellXml(position: string, style: StyleName, value: CellValue): string {
  const start = `<c r="${position}" s="${styleIndex(style)}"`;
  if (value === undefined || value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'string') {
    return isPlainCell(value)
      ? `${start}${plainCell.open}${value}${plainCell.close}</c>`
      : `${start} t="inlineStr">${cellText(value)}</c>`;
  }
  return `${start}><f>${attributeText(value.formula)}</f><v>${value.value}</v></c>`;
}

/** A row with a height of so many lines of text; without one, of the sheet's default. */
export function rowXml(row: number, cells: string, lines = 1): string {
  return `<row r="${row}"${lines > 1 ? heightOf(lines) : ''}>${cells}</row>`;
}

/** Han letters of ten points, in the fonts of Excel and of LibreOffice alike. */
export const pointsPerLine = 14.5;
/** The tallest row that Excel has. */
export const tallestRow = 409;

/** Of a row that says nothing of its height; see `sheetHead`. */
export const usualHeight = 18;

/** Points of a row with so many lines of text. */
export const pointsOf = (lines: number): number => (lines > 1 ? Math.min(lines * pointsPerLine + 5, tallestRow) : usualHeight);

export const heightOf = (lines: number): string => ` ht="${pointsOf(lines)}" customHeight="1"`;
