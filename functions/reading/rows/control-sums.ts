import type { ControlTotal } from '../../../schemas/reading.ts';
import type { Address } from '../../../schemas/sources/source.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readCount } from '../../../schemas/values/count.ts';
import { type MoneyUnit, readMoney } from '../../../schemas/values/money.ts';
import type { NumberColumn } from '../table/number-column.ts';
import { plainText, type TotalLevel } from './row-kinds.ts';

/** A money column as a total row sees it. */
export interface SummedColumn {
  readonly field: string;
  readonly position: number;
  readonly heading: string;
  readonly unit: MoneyUnit;
  readonly column: NumberColumn;
}

const countWords = /共(\d+)(?:笔|户)/;

interface Stated {
  readonly address: Address;
  readonly level: TotalLevel;
  readonly column: string;
  readonly stated: number;
  readonly count: boolean;
  /** The field that is summed; '' for the count. */
  readonly field: string;
}

/** Sums over rows: fen by field, and the number of rows. */
class RowSums {
  rows = 0;
  rejected = 0;
  readonly #fen = new Map<string, number>();

  add(fields: readonly SummedColumn[], fen: Float64Array, rows: number, rejected: number): void {
    this.rows += rows;
    this.rejected += rejected;
    for (const [at, { field }] of fields.entries()) this.#fen.set(field, (this.#fen.get(field) ?? 0) + fen[at]!);
  }

  resolve({ field, ...stated }: Stated): ControlTotal {
    const summed = stated.count ? this.rows : (this.#fen.get(field) ?? 0);
    return { ...stated, summed, overRejectedRows: this.rejected > 0 };
  }
}

/**
 * Puts each 小计 beside the rows since the last total row of its sheet, each 合计 beside those since the sheet's last
 * 合计, each 总计 beside all of its file. Rows that are rejected are summed as far as they can be read.
 */
export class ControlSums {
  readonly #found: (ControlTotal | Stated)[] = [];
  readonly #file = new RowSums();
  #sheet = new RowSums();
  #columns: readonly SummedColumn[] = [];
  #sequenceAt = -1;
  // Rows since the last total row. Only these are touched by every row; the others are rolled up from them.
  #fen = new Float64Array(0);
  #rows = 0;
  #rejected = 0;

  /** `sequenceAt`: the column 序号, where a total row may give the number of rows; −1 without. */
  beginSheet(columns: readonly SummedColumn[], sequenceAt: number): void {
    this.#rollUp();
    this.#sheet = new RowSums();
    this.#columns = columns;
    this.#sequenceAt = sequenceAt;
    this.#fen = new Float64Array(columns.length);
  }

  addRow(row: number, rejected: boolean): void {
    this.#rows += 1;
    if (rejected) this.#rejected += 1;
    for (let at = 0; at < this.#columns.length; at += 1) {
      const value = this.#columns[at]!.column.at(row);
      if (!Number.isNaN(value)) this.#fen[at]! += value;
    }
  }

  /** So many rows from `row` on, none of them rejected. */
  addRows(row: number, rows: number): void {
    this.#rows += rows;
    for (let at = 0; at < this.#columns.length; at += 1) this.#fen[at]! += this.#columns[at]!.column.sum(row, row + rows);
  }

  addTotal(level: TotalLevel, cells: readonly Cell[], address: Address): void {
    const stated = this.#statedBy(level, cells, address);
    if (level === '小计') {
      const recent = new RowSums();
      recent.add(this.#columns, this.#fen, this.#rows, this.#rejected);
      this.#found.push(...stated.map((each) => recent.resolve(each)));
    }
    this.#rollUp();
    if (level === '合计') {
      this.#found.push(...stated.map((each) => this.#sheet.resolve(each)));
      this.#sheet = new RowSums();
    }
    if (level === '总计') this.#found.push(...stated);
  }

  /** When the whole file has been read: only then is it known what a 总计 speaks of. */
  finish(): readonly ControlTotal[] {
    this.#rollUp();
    return this.#found.map((each) => ('summed' in each ? each : this.#file.resolve(each)));
  }

  #statedBy(level: TotalLevel, cells: readonly Cell[], address: Address): readonly Stated[] {
    const stated: Stated[] = this.#columns.flatMap(({ field, position, heading, unit }) => {
      const value = readMoney(cells[position], unit);
      return value === undefined ? [] : [{ address, level, column: heading, stated: value, count: false, field }];
    });
    const words = cells.map((cell) => countWords.exec(plainText(cell))?.[1]).find((count) => count !== undefined);
    const count = words === undefined ? readCount(cells[this.#sequenceAt]) : Number(words);
    if (count !== undefined) stated.push({ address, level, column: '笔数', stated: count, count: true, field: '' });
    return stated;
  }

  #rollUp(): void {
    this.#sheet.add(this.#columns, this.#fen, this.#rows, this.#rejected);
    this.#file.add(this.#columns, this.#fen, this.#rows, this.#rejected);
    this.#fen.fill(0);
    this.#rows = this.#rejected = 0;
  }
}
