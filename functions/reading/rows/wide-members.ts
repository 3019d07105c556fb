import type { Cell } from '../../../schemas/values/cell.ts';
import { namesAgree } from '../../../schemas/values/person-name.ts';
import { blank, type FieldReader, read, unreadable } from '../fields/field-reader.ts';
import type { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import type { PackedIdColumn } from '../table/packed-id-column.ts';
import type { TableBuilder } from '../table/table-builder.ts';
import { cellText, namelessReason, unreadableReason } from './reject-reason.ts';
import type { BadCell } from './row-reader.ts';
import { type RowSetting, readerOf } from './row-setting.ts';
import type { PlannedColumn, SheetPlan } from './sheet-plan.ts';
import { noteUndecodable } from './undecodable-cell.ts';

interface Member {
  readonly name: PlannedColumn;
  readonly readName: FieldReader;
  readonly id: PlannedColumn | undefined;
  readonly readId: FieldReader | undefined;
}

/** Makes a person row of each member that stands in the row of a household. */
export class WideMembers {
  /** The member that rejects the whole row. */
  rejectedBy: BadCell | undefined;
  readonly #setting: RowSetting;
  readonly #table: TableBuilder;
  readonly #members: readonly Member[];
  readonly #copied: readonly Column[];
  readonly #relation: Column | undefined;
  readonly #names: CodeColumn;
  readonly #ids: PackedIdColumn;
  readonly #headIds: PackedIdColumn | undefined;
  /** The head has no column for an id: it is that of the member with the head's name. */
  readonly #headHasNoId: boolean;

  constructor(plan: SheetPlan, setting: RowSetting) {
    this.#setting = setting;
    this.#table = setting.table;
    this.#members = plan.members.map(({ name, id }) => ({
      name,
      readName: readerOf(name, setting),
      id,
      readId: id && readerOf(id, setting),
    }));
    this.#names = this.#table.column('name') as CodeColumn;
    this.#ids = this.#table.column('idNumber') as PackedIdColumn;
    const planned = new Set(plan.columns.map(({ name }) => name));
    this.#headHasNoId = !planned.has('idNumber');
    this.#headIds = planned.has('headId') ? (this.#table.column('headId') as PackedIdColumn) : undefined;
    this.#relation = planned.has('relation') ? this.#table.column('relation') : undefined;
    // All of the household's fields, but what is a person's.
    const own = new Set(['name', 'idNumber', 'relation']);
    this.#copied = [...planned].filter((name) => !own.has(name)).map((name) => this.#table.column(name));
  }

  /** The head stands at `head` already. Returns the number of rows that follow it; `rowNumber` as in `RowReader`. */
  read(cells: readonly Cell[], head: number, rowNumber: number): number {
    this.rejectedBy = undefined;
    if (this.#headHasNoId) this.#ids.blank(head, head + 1);
    let next = head + 1;
    for (const member of this.#members) {
      const row = this.#readMember(member, cells, next, rowNumber);
      if (!row || this.#isHead(head, next)) continue;
      for (const column of this.#copied) column.copy(head, next);
      this.#relation?.blank(next, next + 1);
      next += 1;
    }
    return next - head - 1;
  }

  /** False where the member's cells are blank or rejected. */
  #readMember({ name, readName, id, readId }: Member, cells: readonly Cell[], at: number, rowNumber: number): boolean {
    const nameCell = cells[name.position];
    const idCell = id && cells[id.position];
    const named = readName(nameCell, at);
    const identified = readId === undefined ? blank : readId(idCell, at);
    if (readId === undefined) this.#ids.blank(at, at + 1);
    if (named === blank && identified === blank) return false;
    if (named !== read) noteUndecodable(this.#setting, nameCell, rowNumber, name.heading);
    if (id !== undefined && identified !== read) noteUndecodable(this.#setting, idCell, rowNumber, id.heading);
    if (named === unreadable) this.#reject(name, nameCell, unreadableReason(name.field, nameCell));
    else if (named === blank) this.#reject(name, nameCell, namelessReason);
    else if (identified === unreadable) this.#reject(id!, idCell, unreadableReason(id!.field, idCell));
    return true;
  }

  #reject(column: PlannedColumn, cell: Cell, reason: string): void {
    if (this.rejectedBy !== undefined && this.rejectedBy.column.position <= column.position) return;
    this.rejectedBy = { column, value: cellText(cell), reason };
  }

  /** The head's id, or the head's name and no id, is the head once more. */
  #isHead(head: number, at: number): boolean {
    const id = this.#ids.text(at);
    if (id !== '' && id === this.#ids.text(head)) return true;
    const { pool } = this.#table;
    if (id !== '' && !(this.#headHasNoId && this.#ids.text(head) === '')) return false;
    if (!namesAgree(pool.text(this.#names.codes[at]!), pool.text(this.#names.codes[head]!))) return false;
    if (id !== '') {
      this.#ids.copy(at, head);
      this.#headIds?.copyFrom(this.#ids, at, head);
    }
    return true;
  }
}
