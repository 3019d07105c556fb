import type { Address } from '../../../schemas/sources/source.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import type { MergedRange, RawRecord, RecordBatch } from '../raw-sheet.ts';
import { NumberColumn } from '../table/number-column.ts';
import { TextRecords } from '../text/text-records.ts';
import type { ControlSums } from './control-sums.ts';
import { headingRepeats } from './heading-repeats.ts';
import { MergedCells } from './merged-cells.ts';
import { beginsWithDigit, firstFilled, isNote, mayBeSpecial, totalLevel } from './row-kinds.ts';
import type { RowSetting } from './row-setting.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { SheetRows } from './sheet-rows.ts';

function beginSums(plan: SheetPlan, { table }: RowSetting, sums: ControlSums): void {
  const money = plan.columns.flatMap(({ name, field, position, heading, unit, again }) => {
    const column = field.kind === 'money' && !again ? table.column(name) : undefined;
    return column instanceof NumberColumn ? [{ field: name, position, heading, unit, column }] : [];
  });
  sums.beginSheet(money, plan.sequenceAt);
}

/** Reads the rows below a heading: data, totals, notes, blank rows and repeated headings, each counted. */
export class RowsBelow {
  readonly #rows: SheetRows;
  readonly #plan: SheetPlan;
  readonly #setting: RowSetting;
  readonly #sums: ControlSums;
  readonly #merged: MergedCells | undefined;
  readonly #repeats: (cells: readonly Cell[], first: number) => boolean;
  readonly #width: number;
  /** Row last read; the numbers missing after it are blank rows that a workbook does not hold. */
  #last: number;
  #wider = 0;
  #firstWider = 0;

  constructor(
    plan: SheetPlan,
    setting: RowSetting,
    sums: ControlSums,
    { heading, merges }: { readonly heading: readonly RawRecord[]; readonly merges: readonly MergedRange[] },
  ) {
    beginSums(plan, setting, sums);
    this.#plan = plan;
    this.#setting = setting;
    this.#sums = sums;
    this.#last = heading.at(-1)?.row ?? 0;
    const below = merges.filter(({ bottom }) => bottom > this.#last);
    this.#merged = below.length > 0 ? new MergedCells(below) : undefined;
    this.#repeats = headingRepeats(heading);
    this.#width = setting.isText
      ? Math.max(...plan.reports.map(({ position }) => position), ...heading.map(({ cells }) => cells.length))
      : Number.POSITIVE_INFINITY;
    this.#rows = new SheetRows(plan, setting, sums, heading, this.#width);
  }

  read(records: RecordBatch): void {
    this.#rows.reserve(records.length, records instanceof TextRecords ? records.share : 0);
    if (records instanceof TextRecords) this.#readText(records);
    else for (const record of records) this.#readOne(record);
  }

  /** Call when the sheet has ended. */
  finish(): void {
    this.#rows.finish();
    if (this.#wider === 0) return;
    this.#setting.log.remarks.push(
      `有 ${this.#wider} 行的列数多于表头，首见于第${this.#firstWider}行：金额等单元格中若有逗号，请核对是否错列。`,
    );
  }

  #readText(records: TextRecords): void {
    // Merged cells are of workbooks and pages.
    for (let record = records.start; record < records.length; ) {
      const rows = this.#rows.readPlain(records, record);
      if (rows === 0) this.#readOne(records.record(record));
      else this.#last = records.row + record + rows - 1;
      record += Math.max(rows, 1);
    }
  }

  #readOne(record: RawRecord): void {
    const { log } = this.#setting;
    const { cells } = record;
    log.rows.blank += record.row - this.#last - 1;
    this.#last = record.row;
    const filled = this.#merged?.fill(record) ?? cells;
    const first = firstFilled(cells);
    if (first < 0) {
      log.rows.blank += 1;
      return;
    }
    // A number under 序号 may be the count of a total row: its first text stands beside.
    const said = first === this.#plan.sequenceAt && beginsWithDigit(cells[first]) ? firstFilled(cells, first + 1) : first;
    if (mayBeSpecial(cells[said])) {
      const level = totalLevel(cells[said]);
      if (level !== undefined) {
        log.rows.total += 1;
        this.#sums.addTotal(level, cells, this.#address(record.row));
        return;
      }
      if (said === first && isNote(cells, first, this.#plan.required)) {
        log.rows.note += 1;
        return;
      }
    }
    if (this.#repeats(cells, first)) {
      log.rows.heading += 1;
      return;
    }
    if (cells.length > this.#width && firstFilled(cells.slice(this.#width)) >= 0) {
      if (this.#wider === 0) this.#firstWider = record.row;
      this.#wider += 1;
    }
    this.#rows.read(filled, record.row);
  }

  #address(row: number): Address {
    const { table, file, sheet } = this.#setting;
    return { source: table.source.id, file, sheet, row };
  }
}
