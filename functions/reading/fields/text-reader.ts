import { isBlank } from '../../../schemas/values/blank-characters.ts';
import { normaliseKey, readText } from '../../../schemas/values/text.ts';
import type { CodeColumn } from '../table/code-column.ts';
import { blank, type FieldReader, type FieldSetting, read, undecodable, unreadable } from './field-reader.ts';

/** Texts as decoded, keys in the form in which they are compared. */
export function textReader(isKey: boolean, column: CodeColumn, { pool }: FieldSetting): FieldReader {
  // Townships, villages and heads repeat from row to row.
  let last = '';
  let lastCode = 0;
  return (cell, row) => {
    if (typeof cell === 'string' && cell === last && lastCode !== 0) {
      column.codes[row] = lastCode;
      return read;
    }
    if (isBlank(cell)) {
      column.codes[row] = 0;
      return blank;
    }
    const text = readText(cell);
    if (text === undefined) {
      column.codes[row] = 0;
      return unreadable;
    }
    const code = pool.intern(isKey ? normaliseKey(text) : text);
    column.codes[row] = code;
    if (pool.isUndecodable(code)) return undecodable;
    last = text;
    lastCode = code;
    return read;
  };
}
