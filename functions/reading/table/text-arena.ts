import type { TextPool } from '../../../schemas/source-table.ts';
import { hashUnits, holds, isNarrowText, longest, narrow, narrowText, pack, unitsAfter, unpack } from './packed-text.ts';
import { ShortTexts, shortest } from './short-texts.ts';

/** UTF-16 units a chunk; texts never straddle two. */
const chunkBits = 20;
const chunkUnits = 1 << chunkBits;
const recentTexts = 4096;
const replacement = 0xfffd;
/** However few texts the first file brings. */
const mostTimes = 4;

/** An arena's texts as plain arrays, to be kept in a snapshot. Codes are places in `starts`. */
export interface PackedTexts {
  readonly count: number;
  readonly chunks: readonly Uint16Array<ArrayBuffer>[];
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly hashes: Int32Array<ArrayBuffer>;
  readonly long: readonly (readonly [code: number, text: string])[];
}

/**
 * Distinct texts as UTF-16 or Latin-1 in a few large chunks, found again by open addressing. No JavaScript string is kept: a
 * million names cost their characters and twelve bytes, and no file's decoded text stays alive behind a substring.
 */
export class TextArena implements TextPool {
  readonly #chunks: Uint16Array<ArrayBuffer>[] = [new Uint16Array(chunkUnits)];
  #used = 0;
  #count = 1;
  #starts = new Uint32Array(1024);
  /** Pairs of code and hash: with both in one cache line most look-ups touch memory once. Code 0 is an empty place. */
  #slots = new Int32Array(8192);
  #slotsTaken = 0;
  readonly #short = new ShortTexts();
  readonly #long = new Map<string, number>();
  readonly #longTexts = new Map<number, string>();
  readonly #recentCodes = new Int32Array(recentTexts);
  readonly #recentTexts: string[] = Array.from({ length: recentTexts }, () => '');
  readonly #undecodable = new Set<number>();
  /** A string that is being looked up, and a new text as it will stand in a chunk. */
  readonly #letters = new Uint16Array(longest);
  readonly #packed = new Uint16Array(longest + 1);

  /** Distinct texts, the empty one included. */
  get size(): number {
    return this.#count;
  }

  intern(text: string): number {
    const length = text.length;
    if (length === 0) return 0;
    if (length > longest) return this.#internLong(text);
    const letters = this.#letters;
    for (let at = 0; at < length; at += 1) letters[at] = text.charCodeAt(at);
    return this.internUnits(letters, 0, length);
  }

  /** Of each of `count` texts, where it begins and ends in `units`: its code goes to its place in `codes`. */
  internSpans(units: Uint16Array, spans: Int32Array, count: number, codes: Int32Array): void {
    for (let at = 0; at < count; at += 1) codes[at] = this.internUnits(units, spans[at * 2]!, spans[at * 2 + 1]!);
  }

  /** The text of the units from `from` to before `to`, of which there must not be more than `longest`. */
  internUnits(units: Uint16Array, from: number, to: number): number {
    const length = to - from;
    if (length === 0) return 0;
    return length <= shortest ? this.#internShort(units, from, length) : this.#internAny(units, from, to);
  }

  #internShort(units: Uint16Array, from: number, length: number): number {
    const place = this.#short.find(units, from, length);
    const known = this.#short.codeAt(place);
    return known === 0 ? this.#addShort(place, units, from, length) : known;
  }

  #addShort(place: number, units: Uint16Array, from: number, length: number): number {
    pack(units, from, length, isNarrowText(units, from, length), this.#packed);
    const code = this.#append(this.#packed, 0);
    this.#short.add(place, units, from, length, code);
    return code;
  }

  #internAny(units: Uint16Array, from: number, to: number): number {
    const length = to - from;
    const hash = hashUnits(units, from, to);
    const isNarrow = (hash & 1) !== 0;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & ~1 & mask;
    for (let code = slots[slot]!; code !== 0; code = slots[slot]!) {
      if (slots[slot + 1] === hash) {
        const start = this.#starts[code]!;
        const chunk = this.#chunks[start >>> chunkBits]!;
        if (holds(chunk, start & (chunkUnits - 1), units, from, length, isNarrow)) return code;
      }
      slot = (slot + 2) & mask;
    }
    pack(units, from, length, isNarrow, this.#packed);
    return this.#add(slot, this.#packed, 0, hash);
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
    const [before, expectShort] = [this.#slotsTaken, this.#short.expecting()];
    return (share) => {
      this.#makeRoom(Math.min(before + (this.#slotsTaken - before) / share, this.#slotsTaken * mostTimes) | 0);
      expectShort(share);
    };
  }

  /** True where a text holds U+FFFD, which stands for bytes that no encoding explains. */
  isUndecodable(code: number): boolean {
    return this.#undecodable.size > 0 && this.#undecodable.has(code);
  }

  /** All texts; the arena must not be used any more, since a receiver may take the arrays over. */
  packed(): PackedTexts {
    const last = this.#chunks.length - 1;
    const hashes = new Int32Array(this.#count);
    for (let slot = 0; slot < this.#slots.length; slot += 2) hashes[this.#slots[slot]!] = this.#slots[slot + 1]!;
    return {
      count: this.#count,
      chunks: this.#chunks.map((chunk, at) => (at === last ? chunk.slice(0, this.#used) : chunk)),
      starts: this.#starts.slice(0, this.#count),
      hashes,
      long: [...this.#longTexts],
    };
  }

  /** Takes all texts of another arena in; the result gives for each of its codes the code here. */
  adopt(texts: PackedTexts): Int32Array {
    const codes = new Int32Array(texts.count);
    for (const [code, text] of texts.long) codes[code] = this.#internLong(text);
    for (let code = 1; code < texts.count; code += 1) {
      if (codes[code] !== 0) continue;
      const start = texts.starts[code]!;
      const chunk = texts.chunks[start >>> chunkBits]!;
      codes[code] = this.#adoptOne(chunk, start & (chunkUnits - 1), texts.hashes[code]!);
    }
    return codes;
  }

  #adoptOne(units: Uint16Array, from: number, hash: number): number {
    const length = units[from]! & ~narrow;
    if (length > shortest) return this.#internPacked(units, from, hash);
    unpack(units, from, this.#letters);
    return this.#internShort(this.#letters, 0, length);
  }

  #decode(code: number): string {
    const start = this.#starts[code]!;
    const chunk = this.#chunks[start >>> chunkBits]!;
    const from = start & (chunkUnits - 1);
    const length = chunk[from]!;
    if (length >= narrow) return narrowText(chunk, from);
    // Names. Letters put together one by one would be as many strings.
    if (length === 3) return String.fromCharCode(chunk[from + 1]!, chunk[from + 2]!, chunk[from + 3]!);
    if (length === 2) return String.fromCharCode(chunk[from + 1]!, chunk[from + 2]!);
    return String.fromCharCode.apply(null, chunk.subarray(from + 1, from + 1 + length) as unknown as number[]);
  }

  /** A text of another arena: `units[from]` is what stands before it. */
  #internPacked(units: Uint16Array, from: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & ~1 & mask;
    for (let code = slots[slot]!; code !== 0; code = slots[slot]!) {
      if (slots[slot + 1] === hash && this.#holdsUnits(code, units, from)) return code;
      slot = (slot + 2) & mask;
    }
    return this.#add(slot, units, from, hash);
  }

  #add(slot: number, units: Uint16Array, from: number, hash: number): number {
    const code = this.#append(units, from);
    this.#slots[slot] = code;
    this.#slots[slot + 1] = hash;
    this.#slotsTaken += 1;
    this.#makeRoom(this.#slotsTaken);
    return code;
  }

  /** Three places of four are taken at most. */
  #makeRoom(texts: number): void {
    let length = this.#slots.length;
    while (texts * 8 > length * 3) length *= 2;
    if (length > this.#slots.length) this.#rehash(length);
  }

  /** Puts a text, before which `units[from]` stands, behind the others. */
  #append(units: Uint16Array, from: number): number {
    const head = units[from]!;
    const length = unitsAfter(head);
    const chunk = this.#room(length);
    const at = this.#used;
    for (let unit = 0; unit <= length; unit += 1) chunk[at + unit] = units[from + unit]!;
    // Two narrow letters may look like it.
    const wide = head < narrow ? length : 0;
    for (let unit = 1; unit <= wide; unit += 1) if (chunk[at + unit] === replacement) this.#undecodable.add(this.#count);
    this.#used += length + 1;
    this.#count += 1;
    return this.#count - 1;
  }

  #holdsUnits(code: number, units: Uint16Array, from: number): boolean {
    const start = this.#starts[code]!;
    const chunk = this.#chunks[start >>> chunkBits]!;
    const at = start & (chunkUnits - 1);
    const length = unitsAfter(units[from]!);
    for (let unit = 0; unit <= length; unit += 1) if (chunk[at + unit] !== units[from + unit]) return false;
    return true;
  }

  /** Where the next text goes, at `#used`; its code is the count so far. */
  #room(length: number): Uint16Array {
    const code = this.#count;
    if (code === this.#starts.length) this.#widen();
    if (this.#used + length + 1 > chunkUnits) {
      this.#chunks.push(new Uint16Array(chunkUnits));
      this.#used = 0;
    }
    const last = this.#chunks.length - 1;
    this.#starts[code] = last * chunkUnits + this.#used;
    return this.#chunks[last]!;
  }

  #internLong(text: string): number {
    const known = this.#long.get(text);
    if (known !== undefined) return known;
    const code = this.#count;
    if (code === this.#starts.length) this.#widen();
    this.#count += 1;
    this.#long.set(text, code);
    this.#longTexts.set(code, text);
    if (text.includes('\uFFFD')) this.#undecodable.add(code);
    return code;
  }

  #widen(): void {
    this.#starts = new Uint32Array(this.#starts.buffer.transfer(this.#starts.length * 2 * 4));
  }

  #rehash(length: number): void {
    const before = this.#slots;
    const slots = new Int32Array(length);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      if (before[from] === 0) continue;
      const hash = before[from + 1]!;
      let slot = hash & ~1 & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[from]!;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}
