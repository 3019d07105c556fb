import type { Reject } from '../../schemas/reject.ts';
import { csvText } from './csv-field.ts';

const byteOrderMark = '\uFEFF';

/** Columns of `rejects.csv`; scripts rely on names and order. */
export const rejectColumns = ['kind', 'source', 'file', 'sheet', 'row', 'column', 'value', 'reason'] as const;

export const rejectsHead = `${byteOrderMark}${rejectColumns.join(',')}\r\n`;

export const rejectLine = ({ kind, address, column, value, reason }: Reject): string =>
  `${kind},${address.source},${csvText(address.file)},${csvText(address.sheet)},${address.row},${csvText(column)},` +
  `${csvText(value)},${csvText(reason)}\r\n`;
