import { encodeGb18030 } from './gb18030.ts';

export type Grid = readonly (readonly string[])[];

export interface TextForm {
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030';
  /** A blank stands for columns set apart by white space, in which no cell can be blank. */
  readonly delimiter: ',' | '\t' | '|' | ' ';
  readonly newline: '\r\n' | '\n';
}

/** A file of the inbox before it is written: where it lies, what stands in its cells, and how they become bytes. */
export interface SampleFile {
  /** Below the county's folder. */
  readonly path: string;
  readonly grid: Grid;
  readonly form: TextForm;
}

export function textFileBytes({ grid, form }: SampleFile): Uint8Array {
  const lines = grid.map((cells) => cells.map((cell) => written(cell, form.delimiter)).join(form.delimiter));
  const text = lines.join(form.newline) + form.newline;
  if (form.encoding === 'gb18030') return encodeGb18030(text);
  return new TextEncoder().encode(form.encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

function written(cell: string, delimiter: string): string {
  if (delimiter === ' ') {
    if (cell === '' || /\s/.test(cell)) throw new Error('a cell that columns set apart by blanks cannot hold');
    return cell.padEnd(4);
  }
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
