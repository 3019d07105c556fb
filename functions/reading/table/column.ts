import type { Field } from '../../../schemas/sources/source.ts';
import { AccountColumn } from './account-column.ts';
import { CodeColumn } from './code-column.ts';
import { FlagColumn } from './flag-column.ts';
import { NumberColumn } from './number-column.ts';
import { PackedIdColumn } from './packed-id-column.ts';
import type { Settle } from './settled-arrays.ts';
import type { TextArena } from './text-arena.ts';

/**
 * A growing typed column. Values are written straight at a row's index; a row that turns out to be rejected is simply
 * written over by the next.
 */
export interface ColumnStore {
  /** Room for rows below `capacity`. */
  reserve(capacity: number): void;
  /** The value of row `from` stands at `to` as well. */
  copy(from: number, to: number): void;
  /** Rows `from` to before `to` are blank. */
  blank(from: number, to: number): void;
  /** Its arrays move to where they stay: it grows no more. */
  settle(settle: Settle): void;
}

export type Column = CodeColumn | NumberColumn | FlagColumn | PackedIdColumn | AccountColumn;

export function columnFor(field: Field, pool: TextArena): Column {
  switch (field.kind) {
    case 'id':
      return new PackedIdColumn(pool);
    case 'account':
      return new AccountColumn();
    case 'yes':
      return new FlagColumn(field.blank === true ? 1 : 0);
    case 'text':
    case 'key':
    case 'choice':
      return new CodeColumn(typeof field.blank === 'string' ? pool.intern(field.blank) : 0);
    default:
      return new NumberColumn();
  }
}
