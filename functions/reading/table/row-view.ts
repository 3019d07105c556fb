import type { Field, FieldTable, SourceId } from '../../../schemas/sources/source.ts';
import type { Account } from '../../../schemas/values/account.ts';
import { type IdProblem, idProblems, type ResidentId } from '../../../schemas/values/resident-id.ts';
import { AccountColumn } from './account-column.ts';
import { CodeColumn } from './code-column.ts';
import type { Column } from './column.ts';
import { FlagColumn } from './flag-column.ts';
import { NumberColumn } from './number-column.ts';
import type { PackedIdColumn } from './packed-id-column.ts';
import type { RowAddresses } from './row-addresses.ts';
import type { TextArena } from './text-arena.ts';

interface RowView {
  readonly index: number;
}

/** An id of which mostly one thing is asked: to write its digits out for each look would take longest of all. */
class IdView implements ResidentId {
  readonly #column: PackedIdColumn;
  readonly #row: number;

  constructor(column: PackedIdColumn, row: number) {
    this.#column = column;
    this.#row = row;
  }

  get text(): string {
    return this.#column.text(this.#row);
  }

  get problem(): IdProblem {
    return idProblems[this.#column.problem[this.#row]!]!;
  }

  get normalised(): string {
    return this.#column.width[this.#row] === 18 ? this.text : '';
  }

  get lostDigits(): string {
    return this.#column.lostDigits(this.#row);
  }
}

export type RowViewClass = new (index: number) => RowView;

function valueGetter(column: Column, pool: TextArena): (this: RowView) => unknown {
  if (column instanceof CodeColumn) {
    const { codes } = column;
    return function () {
      return pool.text(codes[this.index]!);
    };
  }
  if (column instanceof NumberColumn) {
    return function () {
      const value = column.at(this.index);
      return Number.isNaN(value) ? undefined : value;
    };
  }
  if (column instanceof FlagColumn) {
    const { flags } = column;
    return function () {
      return flags[this.index] === 1;
    };
  }
  if (column instanceof AccountColumn) {
    const { codes, written } = column;
    return function () {
      return { digits: pool.text(codes[this.index]!), written: pool.text(written[this.index]!) };
    };
  }
  return function () {
    return new IdView(column, this.index);
  };
}

/** What a field says of every row where no file had a column for it. */
function blankValue(field: Field): unknown {
  switch (field.kind) {
    case 'id':
      return { text: '', problem: 'missing', normalised: '', lostDigits: '' } satisfies ResidentId;
    case 'account':
      return { digits: '', written: '' } satisfies Account;
    case 'yes':
      return field.blank === true;
    case 'text':
    case 'key':
    case 'choice':
      return typeof field.blank === 'string' ? field.blank : '';
    default:
      return undefined;
  }
}

/**
 * A class of row views over one table: an object of one number whose getters read the columns. Getters stand on the
 * prototype, so that making a view costs no more than the object. All of them are there from the beginning: one that came
 * later would undo what was compiled for the class. Fields without a column are a value of the class, so they need none.
 */
export function rowViewClass(
  source: SourceId,
  fields: FieldTable,
  columns: ReadonlyMap<string, Column>,
  pool: TextArena,
  addresses: RowAddresses,
): RowViewClass {
  class View {
    readonly index: number;
    constructor(index: number) {
      this.index = index;
    }
  }
  Object.defineProperty(View.prototype, 'source', { value: source, enumerable: true });
  Object.defineProperty(View.prototype, 'address', {
    get(this: RowView) {
      return addresses.at(this.index);
    },
    enumerable: true,
  });
  for (const [name, field] of Object.entries(fields)) {
    const column = columns.get(name);
    const value = column === undefined ? { value: blankValue(field) } : { get: valueGetter(column, pool) };
    Object.defineProperty(View.prototype, name, { ...value, enumerable: true });
  }
  return View;
}
