import type { TextPool } from '../../../schemas/source-table.ts';

/** UTF-16 units a chunk; texts never straddle two. */
const chunkUnits = 1 << 20;
/** A longer text would be no cell of any office: kept apart, so that a length is one unit of a chunk. */
const longest = 0x7fff;
const recentTexts = 4096;
const decoded = 4;
const replacement = 0xfffd;

const hashOf = (text: string): number => {
  let hash = text.length;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** An arena's texts as plain arrays, to be handed to another thread or kept in a snapshot. Codes are places in `starts`. */
export interface PackedTexts {
  readonly count: number;
  readonly chunks: readonly Uint16Array<ArrayBuffer>[];
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly long: readonly (readonly [code: number, text: string])[];
}

/**
 * Distinct texts as UTF-16 in a few large chunks, found again by open addressing. No JavaScript string is kept: a
 * million names cost their characters and twelve bytes, and no file's decoded text stays alive behind a substring.
 */
export class TextArena implements TextPool {
  readonly #chunks: Uint16Array<ArrayBuffer>[] = [new Uint16Array(chunkUnits)];
  #used = 0;
  #count = 1;
  #starts = new Uint32Array(1024);
  #hashes = new Uint32Array(1024);
  #slots = new Int32Array(4096);
  readonly #long = new Map<string, number>();
  readonly #longTexts = new Map<number, string>();
  readonly #recentCodes = new Int32Array(recentTexts);
  readonly #recentTexts: string[] = Array.from({ length: recentTexts }, () => '');
  readonly #undecodable = new Set<number>();

  /** Distinct texts, the empty one included. */
  get size(): number {
    return this.#count;
  }

  intern(text: string): number {
    const length = text.length;
    if (length === 0) return 0;
    if (length > longest) return this.#internLong(text);
    const hash = hashOf(text);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = this.#slots[slot]!;
      if (code === 0) return this.#add(text, hash, slot);
      if (this.#hashes[code] === hash && this.#holds(code, text)) return code;
      slot = (slot + 1) & mask;
    }
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

  /** True where a text holds U+FFFD, which stands for bytes that no encoding explains. */
  isUndecodable(code: number): boolean {
    return this.#undecodable.size > 0 && this.#undecodable.has(code);
  }

  /** All texts; the arena must not be used any more, since a receiver may take the arrays over. */
  packed(): PackedTexts {
    const last = this.#chunks.length - 1;
    return {
      count: this.#count,
      chunks: this.#chunks.map((chunk, at) => (at === last ? chunk.slice(0, this.#used) : chunk)),
      starts: this.#starts.slice(0, this.#count),
      hashes: this.#hashes.slice(0, this.#count),
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
      codes[code] = this.#internUnits(texts.chunks[Math.floor(start / chunkUnits)]!, start % chunkUnits, texts.hashes[code]!);
    }
    return codes;
  }

  #decode(code: number): string {
    const start = this.#starts[code]!;
    const chunk = this.#chunks[Math.floor(start / chunkUnits)]!;
    const from = start % chunkUnits;
    const length = chunk[from]!;
    if (length <= decoded) {
      let text = '';
      for (let at = 1; at <= length; at += 1) text += String.fromCharCode(chunk[from + at]!);
      return text;
    }
    return String.fromCharCode.apply(null, chunk.subarray(from + 1, from + 1 + length) as unknown as number[]);
  }

  #holds(code: number, text: string): boolean {
    const start = this.#starts[code]!;
    const chunk = this.#chunks[Math.floor(start / chunkUnits)]!;
    const from = start % chunkUnits;
    if (chunk[from] !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) if (chunk[from + 1 + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** `units[from]` is the text's length, its units follow. */
  #internUnits(units: Uint16Array, from: number, hash: number): number {
    const length = units[from]!;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let code = this.#slots[slot]!; code !== 0; code = this.#slots[slot]!) {
      if (this.#hashes[code] === hash && this.#holdsUnits(code, units, from)) return code;
      slot = (slot + 1) & mask;
    }
    const [chunk, at] = this.#room(length, hash);
    chunk.set(units.subarray(from, from + 1 + length), at);
    for (let unit = 1; unit <= length; unit += 1) if (chunk[at + unit] === replacement) this.#undecodable.add(this.#count);
    return this.#added(slot, length);
  }

  #holdsUnits(code: number, units: Uint16Array, from: number): boolean {
    const start = this.#starts[code]!;
    const chunk = this.#chunks[Math.floor(start / chunkUnits)]!;
    const at = start % chunkUnits;
    const length = units[from]!;
    for (let unit = 0; unit <= length; unit += 1) if (chunk[at + unit] !== units[from + unit]) return false;
    return true;
  }

  #add(text: string, hash: number, slot: number): number {
    const [chunk, at] = this.#room(text.length, hash);
    chunk[at] = text.length;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      chunk[at + 1 + index] = unit;
      if (unit === replacement) this.#undecodable.add(this.#count);
    }
    return this.#added(slot, text.length);
  }

  /** Where the next text goes; its code is the count so far. */
  #room(length: number, hash: number): readonly [chunk: Uint16Array, at: number] {
    const code = this.#count;
    if (code === this.#starts.length) this.#widen();
    if (this.#used + length + 1 > chunkUnits) {
      this.#chunks.push(new Uint16Array(chunkUnits));
      this.#used = 0;
    }
    const last = this.#chunks.length - 1;
    this.#starts[code] = last * chunkUnits + this.#used;
    this.#hashes[code] = hash;
    return [this.#chunks[last]!, this.#used];
  }

  #added(slot: number, length: number): number {
    const code = this.#count;
    this.#used += length + 1;
    this.#slots[slot] = code;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return code;
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
    const length = this.#starts.length * 2;
    this.#starts = new Uint32Array(this.#starts.buffer.transfer(length * 4));
    this.#hashes = new Uint32Array(this.#hashes.buffer.transfer(length * 4));
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code < this.#count; code += 1) {
      if (this.#longTexts.size > 0 && this.#longTexts.has(code)) continue;
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}
