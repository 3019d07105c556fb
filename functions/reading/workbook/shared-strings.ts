import { FileRefused } from '../file-refused.ts';
import type { WorkBudget } from '../work-budget.ts';
import { readXml } from './read-xml.ts';
import { unescapeOffice } from './xml-text.ts';

/** Texts that cells of a workbook refer to by number. */
export interface SharedStrings {
  /** `undefined` where there is none of that number. */
  text(index: number): string | undefined;
}

export const noSharedStrings: SharedStrings = { text: () => undefined };

/**
 * Reads the shared strings: the runs of rich text joined, phonetic hints left out. They are kept as UTF-8 bytes one after
 * the other, since two million of them as separate strings take three times the memory, and are decoded when asked for.
 */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, budget: WorkBudget): Promise<SharedStrings> {
  const store = new StringStore(budget);
  let words = '';
  let phonetic = false;
  let inText = false;
  await readXml(chunks, budget.limits, {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') store.add(unescapeOffice(words));
    },
    text(piece) {
      if (inText) words += piece;
      if (words.length > budget.limits.cellCharacters) {
        throw new FileRefused(`有一格文字超过${budget.limits.cellCharacters}个字符`, '请删去过长的文字后重新发送。');
      }
    },
  });
  return store;
}

class StringStore implements SharedStrings {
  readonly #budget: WorkBudget;
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #ends = new Uint32Array(1024);
  #count = 0;
  #used = 0;

  constructor(budget: WorkBudget) {
    this.#budget = budget;
  }

  add(text: string): void {
    const needed = this.#used + text.length * 3;
    if (needed > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(needed, this.#bytes.length * 2));
    if (this.#count === this.#ends.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    this.#ends[this.#count++] = this.#used;
    const most = this.#budget.limits.sharedStringBytes;
    if (this.#used > most) throw new FileRefused(`共享字符串超过上限${most}字节`, '请拆成几个较小的文件后重新发送。');
  }

  text(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index]);
  }
}
