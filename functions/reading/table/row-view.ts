import type { FieldTable, SourceId } from '../../../schemas/sources/source.ts';
import { idProblems } from '../../../schemas/values/resident-id.ts';
import { AccountColumn } from './account-column.ts';
import { CodeColumn } from './code-column.ts';
import type { Column } from './column.ts';
import { FlagColumn } from './flag-column.ts';
import { NumberColumn } from './number-column.ts';
import type { RowAddresses } from './row-addresses.ts';
import type { TextArena } from './text-arena.ts';

interface RowView {
  readonly index: number;
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
    const { numbers } = column;
    return function () {
      const value = numbers[this.index]!;
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
    const text = column.text(this.index);
    return {
      text,
      problem: idProblems[column.problem[this.index]!]!,
      normalised: column.width[this.index] === 18 ? text : '',
      lostDigits: pool.text(column.lostDigits[this.index]!),
    };
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
