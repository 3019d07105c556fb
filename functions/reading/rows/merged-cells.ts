import type { Cell } from '../../../schemas/values/cell.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';

interface OpenRange {
  readonly bottom: number;
  readonly left: number;
  readonly value: Cell;
}

/** Lets a cell that is merged over several rows hold for each of them. Rows are asked for from the top. */
export class MergedCells {
  readonly #waiting: MergedRange[];
  #open: OpenRange[] = [];

  constructor(merges: readonly MergedRange[]) {
    // The next range from the top is taken from the end.
    this.#waiting = merges.filter(({ top, bottom }) => bottom > top).sort((one, other) => other.top - one.top);
  }

  fill({ row, cells }: RawRecord): readonly Cell[] {
    this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    let filled: Cell[] | undefined;
    for (const { left, value } of this.#open) {
      filled ??= [...cells];
      while (filled.length <= left) filled.push(undefined);
      filled[left] = value;
    }
    for (let next = this.#waiting.at(-1); next !== undefined && next.top <= row; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      const value = next.top === row ? cells[next.left] : undefined;
      if (next.bottom > row) this.#open.push({ bottom: next.bottom, left: next.left, value });
    }
    return filled ?? cells;
  }
}
