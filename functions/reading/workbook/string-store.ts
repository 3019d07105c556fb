import { FileRefused } from '../file-refused.ts';
import type { WorkBudget } from '../work-budget.ts';

/** Texts that cells of a workbook refer to by number. */
export interface SharedStrings {
  /** `undefined` where there is none of that number. */
  text(index: number): string | undefined;
}

export const noSharedStrings: SharedStrings = { text: () => undefined };

/**
 * Shared strings as UTF-8 bytes one after the other, decoded when a cell asks: two million of them as strings of their
 * own take three times the memory. Throws `FileRefused` beyond the limits.
 */
export class StringStore implements SharedStrings {
  readonly #budget: WorkBudget;
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;
  #used = 0;

  constructor(budget: WorkBudget) {
    this.#budget = budget;
  }

  add(text: string): void {
    this.checkLength(text.length);
    const needed = this.#used + text.length * 3;
    const most = this.#budget.limits.sharedStringBytes;
    if (needed > this.#bytes.length) {
      const length = Math.max(needed, Math.min(this.#bytes.length * 2, most + text.length * 3));
      this.#bytes = Buffer.concat([this.#bytes], length);
    }
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    this.#ends[this.#count++] = this.#used;
    if (this.#used > most) throw new FileRefused(`共享字符串超过上限${most}字节`, '请拆成几个较小的文件后重新发送。');
  }

  /** To be asked while a text grows, before it is whole. */
  checkLength(characters: number): void {
    const most = this.#budget.limits.cellCharacters;
    if (characters > most) throw new FileRefused(`有一格文字超过${most}个字符`, '请删去过长的文字后重新发送。');
  }

  text(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}
