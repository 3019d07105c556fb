import { type Reject, rejectColumns } from '../../schemas/reject.ts';
import { csvText } from './csv-field.ts';

const byteOrderMark = '\uFEFF';

export const rejectsHead = `${byteOrderMark}${rejectColumns.join(',')}\r\n`;

export const rejectLine = ({ kind, address, column, value, reason }: Reject): string =>
  `${kind},${address.source},${csvText(address.file)},${csvText(address.sheet)},${address.row},${csvText(column)},` +
  `${csvText(value)},${csvText(reason)}\r\n`;
