import { textKernelCode } from './text-kernel-code.ts';

type Global = WebAssembly.Global<'i32'>;

/** What `assembly/kernel.ts` gives. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly mostFields: Global;
  readonly unitsAt: Global;
  readonly unitsRoom: Global;
  readonly outputAt: Global;
  readonly used: Global;
  makeUnitsRoom(units: number): void;
  allocate(bytes: number): number;
  linesOf(length: number, room: number): number;
  setCell(
    field: number,
    units: number,
    room: number,
    before: number,
    beforeLength: number,
    after: number,
    afterLength: number,
  ): number;
  setRaw(field: number, units: number, before: number, beforeLength: number, after: number, afterLength: number): void;
  setLines(field: number, lines: number): void;
  writeRow(number: number, fields: number, blanks: number, tables: number, mostLines: number): number;
  clear(): void;
  reset(): void;
}

/** Bytes that stand in a kernel's memory. */
export interface Words {
  readonly at: number;
  readonly length: number;
}

let compiled: WebAssembly.Module | undefined;

/**
 * Rows of sheets as UTF-8, in WebAssembly (`assembly/`): what a field says is encoded when it changes and copied where it repeats,
 * and no row is ever a string.
 */
export class TextKernel {
  readonly #exports: Exports;
  #units = new Uint16Array(0);

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(textKernelCode, 'base64'));
    this.#exports = new WebAssembly.Instance(compiled).exports as unknown as Exports;
  }

  get mostFields(): number {
    return this.#exports.mostFields.value;
  }

  /** Puts words where they stay until `reset`. */
  words(text: string): Words {
    const length = Buffer.byteLength(text);
    const at = this.#exports.allocate(length);
    Buffer.from(this.#exports.memory.buffer, at, length).write(text, 'utf8');
    return { at, length };
  }

  /** Puts places and lengths one behind the other, as `writeRow` wants them; gives where they begin. */
  table(words: readonly Words[]): number {
    const at = this.#exports.allocate(words.length * 8);
    new Int32Array(this.#exports.memory.buffer, at, words.length * 2).set(words.flatMap((each) => [each.at, each.length]));
    return at;
  }

  /** Lines that a text needs where a line has so much room. */
  linesOf(text: string, room: number): number {
    this.#write(text);
    return this.#exports.linesOf(text.length, room);
  }

  /** The field is a cell with this text, which has a letter at least; false where the text does not stand in its cell as it is. */
  setCell(field: number, text: string, room: number, before: Words, after: Words): boolean {
    this.#write(text);
    return this.#exports.setCell(field, text.length, room, before.at, before.length, after.at, after.length) !== 0;
  }

  /** The field is this text as it stands, between words. */
  setRaw(field: number, text: string, before: Words, after: Words): void {
    this.#write(text);
    this.#exports.setRaw(field, text.length, before.at, before.length, after.at, after.length);
  }

  setLines(field: number, lines: number): void {
    this.#exports.setLines(field, lines);
  }

  /** See `assembly/output.ts`; the bytes that wait. */
  writeRow(number: number, fields: number, blanks: number, tables: number, mostLines: number): number {
    return this.#exports.writeRow(number, fields, blanks, tables, mostLines);
  }

  /** What waits, to be looked at before anything else is asked of the kernel. */
  take(): Uint8Array {
    const { memory, outputAt, used } = this.#exports;
    const bytes = new Uint8Array(memory.buffer, outputAt.value, used.value);
    this.#exports.clear();
    return bytes;
  }

  reset(): void {
    this.#exports.reset();
    this.#units = new Uint16Array(0);
  }

  #write(text: string): void {
    const { length } = text;
    if (length > this.#units.length) this.#makeRoom(length);
    const units = this.#units;
    for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
  }

  /** Of a memory that has grown since the view has no length any more. */
  #makeRoom(length: number): void {
    const { memory, unitsAt, unitsRoom } = this.#exports;
    this.#exports.makeUnitsRoom(length);
    this.#units = new Uint16Array(memory.buffer, unitsAt.value, unitsRoom.value);
  }
}

/** Kernels that nobody uses, with memory that the system has handed over already. */
const idle: TextKernel[] = [];

export const takeKernel = (): TextKernel => idle.pop() ?? new TextKernel();

/** For the next sheet: nobody may look at it any more. */
export const giveUpKernel = (kernel: TextKernel): void => {
  kernel.reset();
  idle.push(kernel);
};
