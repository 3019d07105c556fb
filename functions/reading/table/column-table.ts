import type { IdColumn, SourceTable } from '../../../schemas/source-table.ts';
import type { SourceRows } from '../../../schemas/sources/rows.ts';
import type { Address, Field, FieldTable, Source, SourceId } from '../../../schemas/sources/source.ts';
import { AccountColumn } from './account-column.ts';
import { CodeColumn } from './code-column.ts';
import { type Column, columnFor } from './column.ts';
import { FlagColumn } from './flag-column.ts';
import { NumberColumn } from './number-column.ts';
import { PackedIdColumn } from './packed-id-column.ts';
import type { RowAddresses } from './row-addresses.ts';
import { type RowViewClass, rowViewClass } from './row-view.ts';
import type { TextArena } from './text-arena.ts';

/** The accepted rows of one source in typed columns; nothing in it changes any more. */
export class ColumnTable<Id extends SourceId> implements SourceTable<Id> {
  readonly source: Id;
  readonly length: number;
  readonly texts: TextArena;
  readonly #fields: FieldTable;
  readonly #columns: Map<string, Column>;
  readonly #addresses: RowAddresses;
  #views: RowViewClass | undefined;

  constructor(
    source: Source & { readonly id: Id },
    length: number,
    columns: Map<string, Column>,
    pool: TextArena,
    addresses: RowAddresses,
  ) {
    this.source = source.id;
    this.length = length;
    this.#fields = source.fields;
    this.#columns = columns;
    this.texts = pool;
    this.#addresses = addresses;
  }

  row(index: number): SourceRows[Id] {
    this.#views ??= rowViewClass(this.source, this.#fields, this.#columns, this.texts, this.#addresses);
    return new this.#views(index) as SourceRows[Id];
  }

  address(index: number): Address {
    return this.#addresses.at(index);
  }

  codes(field: string): Int32Array {
    const column = this.#column(field);
    if (column instanceof CodeColumn || column instanceof AccountColumn) return column.codes;
    throw new TypeError(`${this.source}.${field} has no codes`);
  }

  numbers(field: string): Float64Array | Uint8Array {
    const column = this.#column(field);
    if (column instanceof NumberColumn) return column.numbers();
    if (column instanceof FlagColumn) return column.flags;
    throw new TypeError(`${this.source}.${field} has no numbers`);
  }

  ids(field: string): IdColumn {
    const column = this.#column(field);
    if (column instanceof PackedIdColumn) return column;
    throw new TypeError(`${this.source}.${field} has no ids`);
  }

  /** A field that no file had a column for is blank throughout; its column is made only when somebody asks. */
  #column(name: string): Column {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    const field: Field | undefined = this.#fields[name];
    if (field === undefined) throw new RangeError(`no field ${name} in ${this.source}`);
    const column = columnFor(field, this.texts);
    column.reserve(this.length);
    column.blank(0, this.length);
    this.#columns.set(name, column);
    return column;
  }
}
