import { type KernelExports, newKernel } from './kernel-instance.ts';

/** Kinds of column, as `assembly/rows.ts` numbers them. A cell of none of these is always read with care. */
export const columnKinds = {
  id: 0,
  text: 1,
  key: 2,
  account: 3,
  choice: 4,
  yes: 5,
  count: 6,
  money: 7,
  day: 8,
  month: 9,
  start: 10,
  end: 11,
  careful: 12,
} as const;

/** What the kernel is told of a column. */
export interface KernelColumn {
  /** Zero-based. */
  readonly position: number;
  readonly kind: (typeof columnKinds)[keyof typeof columnKinds];
  /** The column's bit among a row's blank cells. */
  readonly bit: number;
  /** What a blank cell holds. */
  readonly blank: number;
  /** A blank cell is for the host too. */
  readonly isBlankJudged: boolean;
}

export interface KernelRows {
  /** Beyond so many columns a row is remarked on. */
  readonly width: number;
  /** A row that has no column there is too short. */
  readonly reach: number;
  /** Column of a running number; −1 without. */
  readonly sequenceAt: number;
  readonly latestBirth: number;
}

/** The rows of a call, by column; see `RowKernel.values` and the following. */
export interface KernelValues {
  readonly values: Int32Array<ArrayBuffer>;
  readonly seconds: Int32Array<ArrayBuffer>;
  readonly bytes: readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
}

const most = (limit: number) => Math.min(limit, 0x7fffffff);

/**
 * Tells lines and cells of a text apart and reads what nearly every cell looks like. All else it leaves to the readers of
 * `fields/`, cell by cell or row by row.
 */
export class RowKernel {
  /** UTF-16 units of the text. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** Bytes from which `units` begin in `buffer`. */
  readonly unitsAt: number;
  readonly buffer: ArrayBuffer;
  /** Bytes to be decoded, no more than these at once. */
  readonly encoded: Uint8Array<ArrayBuffer>;
  /** See `TextRecords`. */
  readonly bounds: Int32Array;
  readonly firsts: Int32Array;
  /** By unit: 1 for a letter that a row of data and nothing else may begin with. */
  readonly ordinary: Uint8Array;
  /** Of the last call: its rows' bits of blank cells; pairs, where a text begins and ends, and the code to be put beside. */
  readonly blanks: Int32Array;
  readonly texts: Int32Array;
  readonly codes: Int32Array;
  /** Row, column, where it begins and ends. */
  readonly careful: Int32Array;
  readonly mostColumns: number;
  readonly #exports: KernelExports = newKernel();
  readonly #mostRows: number;
  #knowsPairs = false;
  #columns = 0;
  #rows: KernelRows = { width: 0, reach: 0, sequenceAt: 0, latestBirth: 0 };

  constructor() {
    const { memory, ...places } = this.#exports;
    const { unitsAt, boundsAt, firstsAt, valuesAt, blanksAt, textsAt, codesAt, carefulAt, hashesAt } = places;
    this.buffer = memory.buffer as ArrayBuffer;
    const integers = (from: { value: number }, to: { value: number }) =>
      new Int32Array(this.buffer, from.value, (to.value - from.value) >> 2);
    this.mostColumns = places.mostColumns.value;
    this.#mostRows = places.mostRows.value;
    this.unitsAt = unitsAt.value;
    this.units = new Uint16Array(this.buffer, this.unitsAt, places.mostUnits.value);
    this.encoded = new Uint8Array(this.buffer, places.encodedAt.value, places.mostBytes.value);
    this.ordinary = new Uint8Array(this.buffer, places.ordinaryAt.value, 1 << 16);
    this.bounds = integers(boundsAt, firstsAt);
    this.firsts = integers(firstsAt, valuesAt);
    this.blanks = integers(blanksAt, textsAt);
    this.texts = integers(textsAt, codesAt);
    this.codes = integers(codesAt, carefulAt);
    this.careful = integers(carefulAt, hashesAt);
  }

  /** Of the first `length` encoded bytes, sound UTF-8 of whole characters, the units go to `units` from `first` on; tells how many. */
  decodeUtf8(length: number, first: number): number {
    return this.#exports.decodeUtf8(length, first);
  }

  /**
   * The same of GB18030, but for what a decoder has to look at: the first character of four bytes, or one that is cut or none,
   * and all behind it. `decoded` tells where that begins.
   */
  decodeGb18030(length: number, first: number): number {
    if (!this.#knowsPairs) this.#learnPairs(length);
    return this.#exports.decodeGb18030(length, first);
  }

  get decoded(): number {
    return this.#exports.decoded.value;
  }

  /** What each pair of bytes is: as the decoder says. */
  #learnPairs(length: number): void {
    this.#knowsPairs = true;
    const kept = this.encoded.slice(0, length);
    const pairs = this.encoded.subarray(0, this.#exports.writePairs());
    const text = new TextDecoder('gb18030').decode(pairs);
    // Where every pair is a unit: a decoder that knows fewer is asked each time.
    if (text.length * 2 === pairs.length && !text.includes('\uFFFD')) {
      Buffer.from(this.buffer, this.unitsAt).write(text, 'utf16le');
      this.#exports.learnPairs(text.length);
    }
    this.encoded.set(kept);
  }

  /** Records that lines have been taken in as. */
  get records(): number {
    return this.#exports.records.value;
  }

  /** Begins with other records; whether U+FFFD is in any of them is not known yet. */
  clear(): void {
    this.firsts[0] = 0;
    this.#exports.damaged.value = 0;
  }

  get textCount(): number {
    return this.#exports.texts.value;
  }

  get carefulCount(): number {
    return this.#exports.careful.value;
  }

  /** See `TextRecords.takeLines`; the lines become records behind the `records` that are there. */
  takeLines(from: number, length: number, delimiter: number, characters: number, columns: number, records: number): number {
    return this.#exports.takeLines(from, length, delimiter, most(characters), most(columns), records);
  }

  /** What the rows from here on are read as. */
  setColumns(columns: readonly KernelColumn[], rows: KernelRows): void {
    const settings = new Int32Array(this.buffer, this.#exports.columnsAt.value, this.mostColumns * 8);
    for (const [column, { position, kind, bit, blank, isBlankJudged }] of columns.entries()) {
      settings.set([position, kind, bit, blank, Number(isBlankJudged)], column * 8);
      this.#exports.forget(column);
    }
    this.#columns = columns.length;
    this.#rows = rows;
  }

  /** Reads records from `record` to before `end` that are rows of data and nothing else; the number of rows that it has read. */
  readRows(record: number, end: number): number {
    const { width, reach, sequenceAt, latestBirth } = this.#rows;
    return this.#exports.readRows(record, end, this.#columns, most(width), reach, sequenceAt, latestBirth);
  }

  /** Puts the codes of texts in their places, of a column's first `rows`. */
  settle(column: number, rows: number): void {
    this.#exports.settle(column, rows);
  }

  /** Of a choice: what stands from unit `from` to before `to` means `code`. */
  learn(column: number, from: number, to: number, code: number): void {
    this.#exports.keep(column, this.unitsAt + from * 2, this.unitsAt + to * 2, code);
  }

  /** What a column reads into, for `put`. */
  rowsOf(column: number): KernelValues {
    return {
      values: this.values(column),
      seconds: this.seconds(column),
      bytes: [this.bytes(column, 0), this.bytes(column, 1), this.bytes(column, 2)],
    };
  }

  /** A column's values in the rows of a call: codes, numbers, the first eight digits of an id. */
  values(column: number): Int32Array<ArrayBuffer> {
    return this.#fourBytes(this.#exports.valuesAt.value, column);
  }

  /** The next nine digits of an id. */
  seconds(column: number): Int32Array<ArrayBuffer> {
    return this.#fourBytes(this.#exports.secondsAt.value, column);
  }

  /** A flag; of an id, in turn, its check character, its width and its problem. */
  bytes(column: number, of: 0 | 1 | 2 = 0): Uint8Array<ArrayBuffer> {
    const at = this.#exports.bytesAt.value + (of * this.mostColumns + column) * this.#mostRows;
    return new Uint8Array(this.buffer, at, this.#mostRows);
  }

  #fourBytes(from: number, column: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.buffer, from + column * this.#mostRows * 4, this.#mostRows);
  }
}

/** Kernels that nobody uses, with memory that the system has handed over already. */
const idle: RowKernel[] = [];

export const takeKernel = (): RowKernel => idle.pop() ?? new RowKernel();

/** For the next file: nobody may look at it any more. */
export const giveUpKernel = (kernel: RowKernel): void => {
  idle.push(kernel);
};
