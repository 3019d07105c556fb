import { FileRefused } from './file-refused.ts';
import type { Limits } from './limits.ts';

const mend = '请检查文件是否正常；确需读取的，请拆成几个较小的文件后重新发送。';

/** Counts what the reading of one workbook has cost so far. Throws `FileRefused` where it is more than its limits. */
export class WorkBudget {
  readonly limits: Limits;
  readonly #milliseconds: () => number;
  #cells = 0;
  #inflated = 0;
  #spent = 0;
  #since: number | undefined;

  /** `milliseconds` is a stopwatch: only differences are used, and no result depends on them but a refusal. */
  constructor(limits: Limits, milliseconds: () => number) {
    this.limits = limits;
    this.#milliseconds = milliseconds;
  }

  /** Work goes on: until `pause`, time counts. */
  resume(): void {
    this.#since ??= this.#milliseconds();
  }

  /** Somebody else works, with the rows that were handed over. */
  pause(): void {
    this.checkTime();
    if (this.#since !== undefined) this.#spent += this.#milliseconds() - this.#since;
    this.#since = undefined;
  }

  checkTime(): void {
    const running = this.#since === undefined ? 0 : this.#milliseconds() - this.#since;
    if (this.#spent + running > this.limits.seconds * 1000) {
      throw new FileRefused(`读取用时超过上限${this.limits.seconds}秒`, mend);
    }
  }

  addCells(count: number): void {
    this.#cells += count;
    if (this.#cells > this.limits.cells) throw new FileRefused(`有内容的单元格超过上限${this.limits.cells}个`, mend);
  }

  addInflated(bytes: number): void {
    this.#inflated += bytes;
    if (this.#inflated > this.limits.inflatedBytes) {
      throw new FileRefused(`解压后超过上限${this.limits.inflatedBytes}字节，疑似压缩炸弹`, mend);
    }
  }
}
