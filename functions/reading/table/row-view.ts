import type { FieldTable, SourceId } from '../../../schemas/sources/source.ts';
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
  readonly #pool: TextArena;

  constructor(column: PackedIdColumn, row: number, pool: TextArena) {
    this.#column = column;
    this.#row = row;
    this.#pool = pool;
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
    return this.#pool.text(this.#column.lostDigits[this.#row]!);
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
    return new IdView(column, this.index, pool);
  };
}

/**
 * A class of row views over one table: an object of one number whose getters read the columns. Getters stand on the
 * prototype, so that making a view costs no more than the object; a column is looked up when its field is first asked for.
 */
export function rowViewClass(
  source: SourceId,
  fields: FieldTable,
  columnOf: (name: string) => Column,
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
  for (const name of Object.keys(fields)) {
    Object.defineProperty(View.prototype, name, {
      get(this: RowView) {
        const getter = valueGetter(columnOf(name), pool);
        Object.defineProperty(View.prototype, name, { get: getter, enumerable: true, configurable: true });
        return getter.call(this);
      },
      enumerable: true,
      configurable: true,
    });
  }
  return View;
}
