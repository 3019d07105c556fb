import type { Cell } from '../../../schemas/values/cell.ts';
import type { RowSetting } from './row-setting.ts';

/** Counts a cell with U+FFFD, which stands for bytes that no encoding explains, with its place for people. */
export function noteUndecodable({ sheet, log }: RowSetting, cell: Cell, rowNumber: number, heading: string): void {
  if (typeof cell !== 'string' || !cell.includes('\uFFFD')) return;
  log.undecodable(`${sheet === '' ? '' : `${sheet} `}第${rowNumber}行“${heading}”`);
}
