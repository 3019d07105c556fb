import { FileRefused } from '../file-refused.ts';
import type { WorkBudget } from '../work-budget.ts';
import { type BiffRecord, biff, biffRecords } from './biff-records.ts';
import { BiffReader } from './biff-text.ts';
import { damaged } from './damaged.ts';
import { type DateStyles, dateStyle, dateStylesOf } from './date-styles.ts';
import { type SharedStrings, StringStore } from './string-store.ts';

export interface BiffSheetEntry {
  readonly name: string;
  readonly visible: boolean;
  readonly tabular: boolean;
  /** Offset of the sheet's BOF in the stream. */
  readonly start: number;
}

/** What the first substream of a BIFF5 or BIFF8 workbook says of the others. */
export interface BiffGlobals {
  /** BIFF8: texts are UTF-16; else they are bytes in `decoder`'s code page. */
  readonly unicode: boolean;
  readonly decoder: TextDecoder;
  readonly sheets: readonly BiffSheetEntry[];
  readonly strings: SharedStrings;
  /** Undefined where every number is what it says. */
  readonly dates: DateStyles | undefined;
}

const biff8 = 0x0600;
const biff5 = 0x0500;

/** Code pages that are not called `windows-N` by TextDecoder. */
const codePages: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1200: 'utf-16le',
};

export function biffGlobals(stream: Buffer, budget: WorkBudget): BiffGlobals {
  let unicode = true;
  let decoder = new TextDecoder('gb18030');
  let date1904 = false;
  let strings = new StringStore(budget);
  const entries: BiffRecord[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  for (const record of biffRecords(stream, 0)) {
    const { type, data, continued } = record;
    if (type === biff.beginOfFile) unicode = isUnicode(data);
    else if (type === biff.filePass) throw new FileRefused('文件已加密', '请用 Excel 或 WPS 打开，去掉密码后另存，再重新发送。');
    else if (type === biff.codePage) decoder = codePageDecoder(data.readUInt16LE(0));
    else if (type === biff.date1904) date1904 = data.readUInt16LE(0) === 1;
    else if (type === biff.extendedFormat) formats.push(data.readUInt16LE(2));
    else if (type === biff.format) codes.set(data.readUInt16LE(0), formatCode(data, unicode, decoder));
    // Names are decoded when the code page is known, which may come later.
    else if (type === biff.boundSheet) entries.push(record);
    else if (type === biff.sharedStrings) strings = sharedStrings([data, ...continued], budget);
  }
  if (entries.length > budget.limits.sheets) {
    throw new FileRefused(`工作表超过上限${budget.limits.sheets}个`, '请拆成几个较小的文件后重新发送。');
  }
  return {
    unicode,
    decoder,
    sheets: entries.map(({ data }) => sheetEntry(data, unicode, decoder)),
    strings,
    dates: dateStylesOf(
      formats.map((format) => dateStyle(format, codes.get(format))),
      date1904,
    ),
  };
}

function isUnicode(data: Buffer): boolean {
  const version = data.readUInt16LE(0);
  if (version !== biff8 && version !== biff5) {
    throw new FileRefused('这是很旧的 Excel 格式（Excel 4 或更早）', '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。');
  }
  return version === biff8;
}

function codePageDecoder(codePage: number): TextDecoder {
  try {
    return new TextDecoder(codePages[codePage] ?? `windows-${codePage}`);
  } catch {
    // A code page of before Windows; names and headings that it would garble are not recognised and the file is refused.
    return new TextDecoder('gb18030');
  }
}

function sheetEntry(data: Buffer, unicode: boolean, decoder: TextDecoder): BiffSheetEntry {
  const reader = new BiffReader([data]);
  const start = reader.uint32();
  const state = reader.byte() & 3;
  const kind = reader.byte();
  const length = reader.byte();
  const name = unicode ? reader.unicode(length) : reader.bytes(length, decoder);
  return { name, visible: state === 0, tabular: kind === 0, start };
}

function formatCode(data: Buffer, unicode: boolean, decoder: TextDecoder): string {
  const reader = new BiffReader([data]);
  reader.skip(2);
  return unicode ? reader.unicode(reader.uint16()) : reader.bytes(reader.byte(), decoder);
}

function sharedStrings(pieces: readonly Buffer[], budget: WorkBudget): StringStore {
  const store = new StringStore(budget);
  const reader = new BiffReader(pieces);
  reader.skip(4);
  const count = reader.uint32();
  for (let index = 0; index < count; index++) {
    // Some writers count more strings than they write; a cell that asks for one of those is refused by its address.
    if (reader.atEnd) break;
    store.add(reader.unicode(reader.uint16()));
    if (index % 65_536 === 0) budget.checkTime();
  }
  return store;
}

/** Throws where a sheet's substream is no BIFF. */
export function checkSheetStart(stream: Buffer, start: number): void {
  if (start + 8 > stream.length || stream.readUInt16LE(start) !== biff.beginOfFile) throw damaged('找不到工作表的数据');
}
