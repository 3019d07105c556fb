import type { Field } from '../../../schemas/sources/source.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import { writtenRepairs } from '../../../schemas/values/repairs.ts';
import { isPlain, normaliseKey, readText } from '../../../schemas/values/text.ts';
import type { CodeColumn } from '../table/code-column.ts';
import { blank, type FieldReader, type FieldSetting, read, unreadable } from './field-reader.ts';

/** One of the field's values; its other words and the profile's stand for the value. */
export function choiceReader(field: Field, column: CodeColumn, setting: FieldSetting): FieldReader {
  const { pool, repairs, unknownWord } = setting;
  const codes = new Map<string, number>();
  for (const [value, others] of Object.entries({ ...field.words })) {
    for (const word of [value, ...others]) codes.set(normaliseKey(word), pool.intern(value));
  }
  for (const [value, others] of Object.entries(setting.words)) {
    for (const word of others) codes.set(normaliseKey(word), pool.intern(value));
  }
  let last = '';
  let lastCode = 0;
  let lastRepairs = 0;
  return (cell, row) => {
    if (typeof cell === 'string' && cell === last && lastCode !== 0) {
      column.codes[row] = lastCode;
      repairs.add(lastRepairs);
      return read;
    }
    column.codes[row] = column.blankCode;
    if (isBlank(cell)) return blank;
    const text = readText(cell);
    const code = text === undefined ? undefined : codes.get(normaliseKey(text));
    if (text === undefined || code === undefined) {
      if (text !== undefined) unknownWord(text);
      return unreadable;
    }
    column.codes[row] = lastCode = code;
    last = text;
    lastRepairs = isPlain(text) ? 0 : writtenRepairs(text);
    repairs.add(lastRepairs);
    return read;
  };
}
