import type { Field } from '../../../schemas/sources/source.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import { FlagColumn } from '../table/flag-column.ts';
import { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TextUnits } from '../text/text-units.ts';
import { AccountSpanReader } from './account-span-reader.ts';
import { ChoiceSpanReader } from './choice-span-reader.ts';
import type { FieldReader, FieldSetting, Outcome } from './field-reader.ts';
import { IdSpanReader } from './id-span-reader.ts';
import { NumberSpanReader } from './number-span-reader.ts';
import { quickNumber } from './quick-numbers.ts';
import { TextSpanReader } from './text-span-reader.ts';
import { YesSpanReader } from './yes-span-reader.ts';

/**
 * Reads the cell that stands in a text from `from` to before `to`, as the field's `FieldReader` would read it. What nearly
 * every cell of its kind looks like is read from the units; whatever else stands there is made a string and read with care.
 * Classes, not functions that make functions: V8 compiles those once for each column.
 */
export interface SpanReader {
  read(text: TextUnits, from: number, to: number, row: number): Outcome;
}

export function spanReader(field: Field, column: Column, setting: FieldSetting, careful: FieldReader): SpanReader {
  const { pool, latestBirth, unit } = setting;
  if (column instanceof PackedIdColumn) return new IdSpanReader(column, latestBirth, careful);
  if (column instanceof AccountColumn) return new AccountSpanReader(column, pool, careful);
  if (column instanceof FlagColumn) return new YesSpanReader(column, careful);
  if (column instanceof CodeColumn) {
    if (field.kind === 'choice') return new ChoiceSpanReader(column, careful);
    return new TextSpanReader(field.kind === 'key', column, pool, careful);
  }
  return new NumberSpanReader(column, quickNumber(field.kind, unit), careful);
}
