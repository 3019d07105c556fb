import type { RawRecord } from '../raw-sheet.ts';
import type { TextRecords } from '../text/text-records.ts';
import { headingLetter } from './heading-repeats.ts';
import { firstFilled, mayBegin } from './row-kinds.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** By unit: 1 for a letter that is no blank and begins neither totals nor notes, nor a heading's mark. */
const ordinary = new Uint8Array(0x10000).fill(1, 0x21, 0x7f).fill(1, 0x4e00, 0xa000);
for (const unit of mayBegin) ordinary[unit] = 0;
ordinary['*'.charCodeAt(0)] = 0;

/**
 * Tells of a record in a text, before any of its cells is a string, that it is a row of data and nothing else: by the first
 * letter of its first filled cell. Where that may begin a total, a note or a heading once more, all cells are looked at.
 */
export class OrdinaryRecords {
  readonly #width: number;
  readonly #sequenceAt: number;
  readonly #ordinary = ordinary.slice();

  /** `width`: beyond so many columns a row is remarked on. */
  constructor(plan: SheetPlan, heading: readonly RawRecord[], width: number) {
    this.#width = width;
    this.#sequenceAt = plan.sequenceAt;
    for (const { cells } of heading) {
      const letter = headingLetter(cells[firstFilled(cells)]);
      if (letter !== '') this.#ordinary[letter.charCodeAt(0)] = 0;
    }
  }

  has(records: TextRecords, record: number): boolean {
    if (!records.isPlain(record)) return false;
    const { bounds } = records;
    const { units } = records.text;
    const first = records.firsts[record]!;
    const last = records.firsts[record + 1]! - 1;
    if (last - first > this.#width) return false;
    let at = first;
    while (at < last && bounds[at + 1]! - bounds[at]! === 1) at += 1;
    if (at >= last || this.#ordinary[units[bounds[at]!]!] === 0) return false;
    if (at - first !== this.#sequenceAt) return true;
    // A number under 序号 may be the count of a total row: its first text stands beside.
    at += 1;
    while (at < last && bounds[at + 1]! - bounds[at]! === 1) at += 1;
    return at >= last || this.#ordinary[units[bounds[at]!]!] === 1;
  }
}
