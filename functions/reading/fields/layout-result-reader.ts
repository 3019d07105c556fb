import { isBlank } from '../../../schemas/values/blank-characters.ts';
import { normaliseKey, readText } from '../../../schemas/values/text.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import type { TextArena } from '../table/text-arena.ts';
import { blank, type FieldReader, read, unreadable } from './field-reader.ts';

/** The results of a layout from the profile: codes of success and of returned money; any other code is 失败. */
export function layoutResultReader(
  column: Column,
  { success, returned }: { readonly success: readonly string[]; readonly returned: readonly string[] },
  pool: TextArena,
): FieldReader {
  if (!(column instanceof CodeColumn)) throw new TypeError('a result is a choice');
  const [paid, back, failed] = ['成功', '退回', '失败'].map((word) => pool.intern(word)) as [number, number, number];
  const codes = new Map([...returned.map((word) => [word, back] as const), ...success.map((word) => [word, paid] as const)]);
  const known = new Map([...codes].map(([word, code]) => [normaliseKey(word), code]));
  return (cell, row) => {
    column.codes[row] = 0;
    if (isBlank(cell)) return blank;
    const word = readText(cell);
    if (word === undefined) return unreadable;
    column.codes[row] = known.get(normaliseKey(word)) ?? failed;
    return read;
  };
}
