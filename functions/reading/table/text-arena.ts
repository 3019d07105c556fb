import type { TextPool } from '../../../schemas/source-table.ts';
import { type KernelExports, newKernel } from '../kernel/kernel-instance.ts';

/** A longer text would be no cell of any office: kept apart, so that what stands before a text is one unit. */
const longest = 0x7fff;
/** Set beside the length of a text whose letters take a byte each, two to a unit: numbers, accounts, certificates. */
const narrow = 0x8000;
const recentTexts = 4096;
/** However few texts the first file brings. */
const mostTimes = 4;
/** More short texts than this are not made room for before they are there: names come again. */
const mostShort = 1 << 16;

/** An arena's texts, to be kept in a snapshot: one behind the other in the order of their codes, and long ones apart. */
export interface PackedTexts {
  readonly count: number;
  readonly units: readonly Uint16Array<ArrayBuffer>[];
  readonly long: readonly (readonly [code: number, text: string])[];
}

/**
 * Distinct texts, found again by what they are, in the memory of a kernel of their own. No JavaScript string is kept: a million
 * names cost their characters and twelve bytes, and no file's decoded text stays alive behind a substring.
 */
export class TextArena implements TextPool {
  readonly #kernel: KernelExports = newKernel();
  readonly #mostUnits = this.#kernel.mostUnits.value;
  readonly #unitsAt = this.#kernel.unitsAt.value;
  // Views of the memory, made anew when it has grown.
  #buffer = new ArrayBuffer(0);
  #memory = new Uint16Array(0);
  #bytes = Buffer.alloc(0);
  #starts = new Uint32Array(0);
  readonly #long = new Map<string, number>();
  readonly #longTexts = new Map<number, string>();
  readonly #recentCodes = new Int32Array(recentTexts);
  readonly #recentTexts: string[] = Array.from({ length: recentTexts }, () => '');
  readonly #undecodable = new Set<number>();
  /** Codes below have been looked at. */
  #seen = 1;

  constructor() {
    this.#kernel.begin();
    this.#look();
  }

  /** Distinct texts, the empty one included. */
  get size(): number {
    return this.#kernel.count.value;
  }

  intern(text: string): number {
    const length = text.length;
    if (length === 0) return 0;
    if (length > longest) return this.#internLong(text);
    const at = this.#unitsAt >> 1;
    for (let letter = 0; letter < length; letter += 1) this.#memory[at + letter] = text.charCodeAt(letter);
    const known = this.size;
    const code = this.#kernel.intern(length);
    if (this.size > known) this.#look();
    return code;
  }

  /**
   * Of `count` texts, none of more than `longest` units or without any, where each begins and ends in `units`, in order: the
   * codes go to `codes`. There are not more than a kernel reads at once.
   */
  internSpans(units: Uint16Array, spans: Int32Array, count: number, codes: Int32Array): void {
    if (count === 0) return;
    const { textsAt, codesAt } = this.#kernel;
    const [first, last] = [spans[0]!, spans[count * 2 - 1]!];
    this.#memory.set(units.subarray(first, last), (this.#unitsAt >> 1) + first);
    new Int32Array(this.#buffer, textsAt.value, count * 2).set(spans.subarray(0, count * 2));
    this.#kernel.internTexts(count);
    this.#look();
    codes.set(new Int32Array(this.#buffer, codesAt.value, count));
  }

  text(code: number): string {
    if (code === 0) return '';
    const at = code & (recentTexts - 1);
    if (this.#recentCodes[at] === code) return this.#recentTexts[at]!;
    const text = this.#longTexts.get(code) ?? this.#decode(code);
    this.#recentCodes[at] = code;
    this.#recentTexts[at] = text;
    return text;
  }

  /**
   * From here on told which share of something is read, makes room for the texts that all of it will probably bring: at each
   * step of growing every text is put in its place anew.
   */
  expecting(): (share: number) => void {
    const { longerCount, shortCount } = this.#kernel;
    const [longer, short] = [longerCount.value, shortCount.value];
    return (share) => {
      const [longerNow, shortNow] = [longerCount.value, shortCount.value];
      this.#kernel.makeLongerRoom(Math.min(longer + (longerNow - longer) / share, longerNow * mostTimes) | 0);
      this.#kernel.makeShortRoom(Math.min(short + (shortNow - short) / share, mostShort) | 0);
      this.#look();
    };
  }

  /** True where a text holds U+FFFD, which stands for bytes that no encoding explains. */
  isUndecodable(code: number): boolean {
    return this.#undecodable.size > 0 && this.#undecodable.has(code);
  }

  /** All texts. */
  packed(): PackedTexts {
    const units: Uint16Array<ArrayBuffer>[] = [];
    for (let code = 1; code < this.size; ) {
      const next = this.#kernel.pack(code);
      const from = this.#unitsAt >> 1;
      units.push(this.#memory.slice(from, from + this.#kernel.packed.value));
      // A long text has no place.
      code = this.#longTexts.has(next) ? next + 1 : next;
    }
    return { count: this.size, units, long: [...this.#longTexts] };
  }

  /** Takes all texts of another arena in; the result gives for each of its codes the code here. */
  adopt(texts: PackedTexts): Int32Array {
    const codes = new Int32Array(texts.count);
    for (const [code, text] of texts.long) codes[code] = this.#internLong(text);
    let code = 1;
    for (const units of texts.units) {
      for (let from = 0; from < units.length; ) {
        const length = Math.min(units.length - from, this.#mostUnits);
        this.#memory.set(units.subarray(from, from + length), this.#unitsAt >> 1);
        const adopted = this.#kernel.adopt(length);
        this.#look();
        const found = new Int32Array(this.#buffer, this.#kernel.codesAt.value, adopted);
        for (const each of found) {
          while (codes[code] !== 0) code += 1;
          codes[code] = each;
          code += 1;
        }
        from += this.#kernel.packed.value;
      }
    }
    return codes;
  }

  #decode(code: number): string {
    const memory = this.#memory;
    const from = this.#starts[code]!;
    const length = memory[from]!;
    const begin = (from + 1) * 2;
    if (length >= narrow) return this.#bytes.toString('latin1', begin, begin + length - narrow);
    // Names.
    if (length === 3) return String.fromCharCode(memory[from + 1]!, memory[from + 2]!, memory[from + 3]!);
    if (length === 2) return String.fromCharCode(memory[from + 1]!, memory[from + 2]!);
    return this.#bytes.toString('utf16le', begin, begin + length * 2);
  }

  #internLong(text: string): number {
    const known = this.#long.get(text);
    if (known !== undefined) return known;
    const code = this.#kernel.reserve();
    this.#look();
    this.#long.set(text, code);
    this.#longTexts.set(code, text);
    if (text.includes('\uFFFD')) this.#undecodable.add(code);
    return code;
  }

  /** After whatever may have added texts: the memory may be another, and one may be damaged. */
  #look(): void {
    const { memory, startsAt, isDamaged } = this.#kernel;
    const buffer = memory.buffer as ArrayBuffer;
    if (buffer !== this.#buffer || startsAt.value !== this.#starts.byteOffset) {
      this.#buffer = buffer;
      this.#memory = new Uint16Array(buffer);
      this.#bytes = Buffer.from(buffer);
      this.#starts = new Uint32Array(buffer, startsAt.value);
    }
    if (isDamaged.value !== 0) {
      isDamaged.value = 0;
      for (let code = this.#seen; code < this.size; code += 1)
        if (this.text(code).includes('\uFFFD')) this.#undecodable.add(code);
    }
    this.#seen = this.size;
  }
}
