import { CFB } from '@e965/xlsx';

/** One BIFF record: its type and body. */
export type Record = readonly [type: number, body: Buffer];

const unicodeVersion = 0x0600;
const bof = 0x0809;
const eof = 0x000a;
const boundSheet = 0x0085;

export interface XlsSheet {
  readonly name: string;
  /** 0 visible, 1 hidden, 2 very hidden. */
  readonly state?: number;
  /** 0 worksheet, 2 chart. */
  readonly kind?: number;
  readonly records: readonly Record[];
}

/** The stream of a BIFF workbook, record by record, so that it can be wrong in one chosen point. */
export function biffStream(sheets: readonly XlsSheet[], globals: readonly Record[] = [], version = unicodeVersion): Buffer {
  const entry = ({ name, state = 0, kind = 0 }: XlsSheet, offset: number) => {
    const words =
      version === unicodeVersion ? Buffer.concat([Buffer.from([1]), Buffer.from(name, 'utf16le')]) : Buffer.from(name);
    const head = Buffer.alloc(7);
    head.writeUInt32LE(offset, 0);
    head.set([state, kind, name.length], 4);
    return record([boundSheet, Buffer.concat([head, words])]);
  };
  const start = (kind: number) => record([bof, uint16s(version, kind, 0, 0, 0, 0, 0, 0)]);
  const end = record([eof, Buffer.alloc(0)]);
  const bodies = sheets.map(({ records }) => Buffer.concat([start(0x10), ...records.map(record), end]));
  const globalsOf = (offsets: readonly number[]) =>
    Buffer.concat([start(5), ...globals.map(record), ...sheets.map((sheet, index) => entry(sheet, offsets[index] ?? 0)), end]);
  let offset = globalsOf([]).length;
  const offsets = bodies.map((body) => {
    offset += body.length;
    return offset - body.length;
  });
  return Buffer.concat([globalsOf(offsets), ...bodies]);
}

/** An OLE file with these streams. */
export function buildOle(streams: Readonly<{ [name: string]: Buffer }>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  // The library leaves a stream of its own behind, which no reader asks for.
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer);
}

export function buildXls(sheets: readonly XlsSheet[], globals: readonly Record[] = []): Buffer {
  return buildOle({ Workbook: biffStream(sheets, globals) });
}

export function uint16s(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

/** A LABEL record: text kept in the cell. Row and column from 0. */
export function label(row: number, column: number, text: string): Record {
  return [0x0204, Buffer.concat([uint16s(row, column, 0, text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')])];
}

/** Rows of text from the top left. */
export function labels(rows: readonly (readonly string[])[]): Record[] {
  return rows.flatMap((cells, row) => cells.map((text, column) => label(row, column, text)));
}

export function numberCell(row: number, column: number, value: number, format = 0): Record {
  const body = Buffer.alloc(14);
  body.set(uint16s(row, column, format));
  body.writeDoubleLE(value, 6);
  return [0x0203, body];
}

function record([type, body]: Record): Buffer {
  return Buffer.concat([uint16s(type, body.length), body]);
}
