import { isBlank } from '../../../schemas/values/blank-characters.ts';
import { writtenRepairs } from '../../../schemas/values/repairs.ts';
import { isPlain, normaliseKey, readText } from '../../../schemas/values/text.ts';
import { readYes } from '../../../schemas/values/yes.ts';
import type { FlagColumn } from '../table/flag-column.ts';
import { blank, type FieldReader, type FieldSetting, read, unreadable } from './field-reader.ts';

export function yesReader(column: FlagColumn, setting: FieldSetting): FieldReader {
  const words = new Map<string, 0 | 1>();
  for (const word of setting.words['是'] ?? []) words.set(normaliseKey(word), 1);
  for (const word of setting.words['否'] ?? []) words.set(normaliseKey(word), 0);
  return (cell, row) => {
    if (cell === '是' || cell === '否') {
      column.flags[row] = cell === '是' ? 1 : 0;
      return read;
    }
    column.flags[row] = column.blankFlag;
    if (isBlank(cell)) return blank;
    const text = readText(cell);
    const own = words.size > 0 && text !== undefined ? words.get(normaliseKey(text)) : undefined;
    const flag = own ?? readYes(cell);
    if (flag === undefined) {
      if (text !== undefined) setting.unknownWord(text);
      return unreadable;
    }
    column.flags[row] = Number(flag);
    if (text !== undefined && !isPlain(text)) setting.repairs.add(writtenRepairs(text));
    return read;
  };
}
