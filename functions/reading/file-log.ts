import type { Reject, RejectedRow } from '../../schemas/reject.ts';
import { holdsPersonalNumber } from '../../schemas/values/personal-number.ts';
import { RepairTally } from './fields/repair-tally.ts';

const shownPlaces = 20;

/** Stands for all words that hold a number of somebody: a summary goes further than the rows do. */
export const hiddenWord = '（像证件号或账号，不显示）';

/** What is to be said of one file, gathered while its rows are read. */
export class FileLog {
  readonly rows = { read: 0, accepted: 0, rejected: 0, superseded: 0, blank: 0, heading: 0, total: 0, note: 0 };
  readonly repairs = new RepairTally();
  readonly rejects: Reject[] = [];
  readonly rejectedRows: RejectedRow[] = [];
  readonly remarks: string[] = [];
  readonly #words = new Map<string, Map<string, number>>();
  readonly #undecodable: string[] = [];
  #undecodableCount = 0;

  unknownWord(field: string, written: string): void {
    const word = holdsPersonalNumber(written) ? hiddenWord : written;
    let words = this.#words.get(field);
    if (words === undefined) {
      words = new Map();
      this.#words.set(field, words);
    }
    words.set(word, (words.get(word) ?? 0) + 1);
  }

  /** By field in order of first sight, by word in code point order. */
  unknownWords(): readonly { readonly field: string; readonly word: string; readonly count: number }[] {
    return [...this.#words].flatMap(([field, words]) =>
      [...words].sort(([one], [other]) => (one < other ? -1 : 1)).map(([word, count]) => ({ field, word, count })),
    );
  }

  /** `place`: sheet, row and column for people. */
  undecodable(place: string): void {
    this.repairs.addOther('undecodable');
    this.#undecodableCount += 1;
    if (this.#undecodable.length < shownPlaces) this.#undecodable.push(place);
  }

  /** Call once, when the file has been read. */
  closeRemarks(): readonly string[] {
    if (this.#undecodableCount === 0) return this.remarks;
    const more = this.#undecodableCount > shownPlaces ? ' 等' : '';
    return [
      ...this.remarks,
      `有 ${this.#undecodableCount} 个单元格含无法解码的字符：${this.#undecodable.join('、')}${more}。请核对原文件。`,
    ];
  }
}
