import type { Field } from '../../../schemas/sources/source.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import { FlagColumn } from '../table/flag-column.ts';
import { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { accountSpanReader } from './account-span-reader.ts';
import { choiceSpanReader } from './choice-span-reader.ts';
import type { FieldReader, FieldSetting, Outcome } from './field-reader.ts';
import { idSpanReader } from './id-span-reader.ts';
import { numberSpanReader } from './number-span-reader.ts';
import { textSpanReader } from './text-span-reader.ts';
import { yesSpanReader } from './yes-span-reader.ts';

/**
 * Reads the cell that stands in a text from `from` to before `to`, as the field's `FieldReader` would read it. What nearly
 * every cell of its kind looks like is read from the units; whatever else stands there is made a string and read with care.
 */
export type SpanReader = (text: TextUnits, from: number, to: number, row: number) => Outcome;

export function spanReader(field: Field, column: Column, setting: FieldSetting, careful: FieldReader): SpanReader {
  if (column instanceof PackedIdColumn) return idSpanReader(column, setting, careful);
  if (column instanceof AccountColumn) return accountSpanReader(column, setting, careful);
  if (column instanceof FlagColumn) return yesSpanReader(column, careful);
  if (column instanceof CodeColumn) {
    return field.kind === 'choice'
      ? choiceSpanReader(column, careful)
      : textSpanReader(field.kind === 'key', column, setting, careful);
  }
  return numberSpanReader(field.kind, column, setting, careful);
}
