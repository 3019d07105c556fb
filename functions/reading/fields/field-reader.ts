import type { Field } from '../../../schemas/sources/source.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import type { Day } from '../../../schemas/values/day.ts';
import type { MoneyUnit } from '../../../schemas/values/money.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import { FlagColumn } from '../table/flag-column.ts';
import { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TextArena } from '../table/text-arena.ts';
import { accountReader } from './account-reader.ts';
import { choiceReader } from './choice-reader.ts';
import { idReader } from './id-reader.ts';
import { numberReader } from './number-reader.ts';
import type { RepairTally } from './repair-tally.ts';
import { textReader } from './text-reader.ts';
import { yesReader } from './yes-reader.ts';

/** What became of a cell. `undecodable` is a text that was kept although U+FFFD stands in it. */
export type Outcome = 0 | 1 | 2 | 3;
export const read = 0;
export const blank = 1;
export const unreadable = 2;
export const undecodable = 3;

/** Reads a cell into its column at `row`, and always writes there: what is blank or unreadable is written as blank. */
export type FieldReader = (cell: Cell, row: number) => Outcome;

/** What the reading of a field's cells depends on beside the field. */
export interface FieldSetting {
  readonly pool: TextArena;
  readonly latestBirth: Day;
  readonly unit: MoneyUnit;
  readonly repairs: RepairTally;
  /** The profile's further words: the value, or 是 and 否, and the words for it. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Told of each cell of a choice or yes field that holds none of its words. */
  readonly unknownWord: (word: string) => void;
}

export function fieldReader(field: Field, column: Column, setting: FieldSetting): FieldReader {
  if (column instanceof PackedIdColumn) return idReader(column, setting);
  if (column instanceof AccountColumn) return accountReader(column, setting);
  if (column instanceof FlagColumn) return yesReader(column, setting);
  if (column instanceof CodeColumn) {
    return field.kind === 'choice' ? choiceReader(field, column, setting) : textReader(field.kind === 'key', column, setting);
  }
  return numberReader(field.kind, column, setting);
}
