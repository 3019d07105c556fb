import { damaged } from './damaged.ts';

/** Record types of BIFF5 and BIFF8 that say something about cells ([MS-XLS] 2.3). */
export const biff = {
  formula: 0x0006,
  endOfFile: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  labelShared: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  beginOfFile: 0x0809,
} as const;

/** Bytes that the fixed fields of a record take; a shorter one is none. */
const fixedLengths = new Map<number, number>([
  [biff.formula, 22],
  [biff.date1904, 2],
  [biff.codePage, 2],
  [biff.multipleRk, 6],
  [biff.richString, 8],
  [biff.extendedFormat, 4],
  [biff.mergedCells, 2],
  [biff.labelShared, 10],
  [biff.number, 14],
  [biff.label, 8],
  [biff.booleanOrError, 8],
  [biff.rk, 10],
  [biff.format, 4],
  [biff.beginOfFile, 4],
]);

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Bodies of the CONTINUE records that follow, in order. */
  readonly continued: readonly Buffer[];
}

/**
 * The records of one substream, from its BOF at `start` to its EOF. Those of substreams inside it, such as a chart on a
 * sheet, are passed over. Throws `FileRefused` where the stream ends first.
 */
export function* biffRecords(stream: Buffer, start: number): Generator<BiffRecord> {
  let depth = 0;
  let at = start;
  for (;;) {
    if (at + 4 > stream.length) throw damaged('数据流不完整，文件可能没有传完');
    const type = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) throw damaged('数据流不完整，文件可能没有传完');
    const data = stream.subarray(at + 4, end);
    if (data.length < (fixedLengths.get(type) ?? 0)) throw damaged('数据流里有不完整的记录');
    at = end;
    const continued: Buffer[] = [];
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === biff.continue) {
      const stop = at + 4 + stream.readUInt16LE(at + 2);
      continued.push(stream.subarray(at + 4, stop));
      at = stop;
    }
    if (type === biff.beginOfFile) depth++;
    if (depth === 0) throw damaged('数据流的开头有误');
    if (depth === 1) yield { type, data, continued };
    if (type === biff.endOfFile && --depth === 0) return;
  }
}
