import { kernelCode } from './kernel-code.ts';

type Global = WebAssembly.Global<'i32'>;

/** Where things stand in a kernel's memory, and how many of them there are; see `assembly/memory-plan.ts`. */
type Place =
  | `${'blanks' | 'bounds' | 'bytes' | 'careful' | 'codes' | 'columns' | 'encoded' | 'end' | 'firsts' | 'hashes' | 'ordinary' | 'seconds' | 'texts' | 'units' | 'values'}At`
  | `most${'Bytes' | 'Cells' | 'Columns' | 'Rows' | 'Units'}`;

/** What `assembly/kernel.ts` gives. */
export interface KernelExports extends Readonly<Record<Place, Global>> {
  readonly memory: WebAssembly.Memory;
  readonly decoded: Global;
  decodeUtf8(length: number, first: number): number;
  decodeGb18030(length: number, first: number): number;
  writePairs(): number;
  learnPairs(pairs: number): void;

  readonly records: Global;
  readonly damaged: Global;
  readonly texts: Global;
  readonly careful: Global;
  takeLines(from: number, length: number, delimiter: number, characters: number, columns: number, records: number): number;
  readRows(
    record: number,
    end: number,
    columns: number,
    width: number,
    reach: number,
    sequenceAt: number,
    latestBirth: number,
  ): number;
  settle(column: number, rows: number): void;
  keep(column: number, from: number, to: number, value: number): void;
  forget(column: number): void;

  readonly count: Global;
  readonly startsAt: Global;
  readonly isDamaged: Global;
  readonly shortCount: Global;
  readonly longerCount: Global;
  readonly packed: Global;
  begin(): void;
  intern(length: number): number;
  internTexts(texts: number): void;
  reserve(): number;
  makeShortRoom(texts: number): void;
  makeLongerRoom(texts: number): void;
  pack(code: number): number;
  adopt(length: number): number;
}

let compiled: WebAssembly.Module | undefined;

/**
 * The part of reading that looks at every unit of a text file, in WebAssembly (`assembly/`), with a memory of its own. It is
 * compiled before it runs, where V8 needs a large file to find out what is worth compiling.
 */
export function newKernel(): KernelExports {
  compiled ??= new WebAssembly.Module(Buffer.from(kernelCode, 'base64'));
  return new WebAssembly.Instance(compiled).exports as unknown as KernelExports;
}
