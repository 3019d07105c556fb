import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { columnLetters } from './cell-reference.ts';
import { damaged } from './damaged.ts';

/** One row of a sheet while its cells come in, in whatever order. Throws `FileRefused` beyond the limits. */
export class RecordBuilder {
  /** As shown, from 1; 0 before the first row. */
  row = 0;
  readonly #budget: WorkBudget;
  #cells: Cell[] = [];
  #values = 0;

  constructor(budget: WorkBudget) {
    this.#budget = budget;
  }

  /** Begins a row, which must lie below the one before. */
  start(row: number): void {
    if (row <= this.row) throw damaged(`行号次序错乱（第${row}行）`);
    this.row = row;
  }

  /** `column` from 0. A blank, an empty text among them, leaves no trace. */
  put(column: number, value: Cell): void {
    if (value === undefined || value === '') return;
    const { columns, cellCharacters } = this.#budget.limits;
    if (column >= columns) {
      throw new FileRefused(`${this.address(column)}超过上限${columns}列`, '请删去表格右边远处多余的内容后重新发送。');
    }
    if (typeof value === 'string' && value.length > cellCharacters) this.refuseLength(column);
    while (this.#cells.length < column) this.#cells.push(undefined);
    if (this.#cells[column] !== undefined) throw damaged(`同一单元格出现两次（${this.address(column)}）`);
    this.#cells[column] = value;
    this.#values++;
  }

  /** The row so far, `undefined` where it has no value. */
  take(): RawRecord | undefined {
    if (this.#values === 0) return undefined;
    this.#budget.addCells(this.#values);
    const record = { row: this.row, cells: this.#cells };
    this.#cells = [];
    this.#values = 0;
    return record;
  }

  address(column: number): string {
    return `${columnLetters(column)}${this.row}`;
  }

  refuseLength(column: number): never {
    const most = this.#budget.limits.cellCharacters;
    throw new FileRefused(`${this.address(column)}的文字超过${most}个字符`, '请删去过长的文字后重新发送。');
  }
}
