/** A part as the directory of the zip lists it. */
export interface ZipPart {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly sha256: string;
}

/** No clock in the report: every entry says 1 January 1980, the first day that a zip can name. */
const firstZipDay = 0x0021;
/** Bit 3: sizes follow the data, because a streamed part does not know them before. Bit 11: names are UTF-8. */
const entryFlags = 0x0808;
const deflated = 8;
/** Little-endian numbers of two (`h`) or four (`w`) bytes after a signature. */
function record(signature: number, fields: readonly (readonly ['h' | 'w', number])[], tail: Buffer): Buffer {
  const fixed = Buffer.alloc(4 + fields.reduce((length, [width]) => length + (width === 'h' ? 2 : 4), 0));
  let at = fixed.writeUInt32LE(signature, 0);
  for (const [width, value] of fields) at = width === 'h' ? fixed.writeUInt16LE(value, at) : fixed.writeUInt32LE(value, at);
  return Buffer.concat([fixed, tail]);
}

const entryHead = [
  ['h', 20],
  ['h', entryFlags],
  ['h', deflated],
  ['h', 0],
  ['h', firstZipDay],
] as const;

/** Before a part's data. */
export const localHeader = (name: Buffer) =>
  record(0x04034b50, [...entryHead, ['w', 0], ['w', 0], ['w', 0], ['h', name.length], ['h', 0]], name);

/** Behind it: sizes and checksum, known only then. */
export const sizes = (crc: number, packed: number, size: number) =>
  record(
    0x08074b50,
    [
      ['w', crc],
      ['w', packed],
      ['w', size],
    ],
    Buffer.alloc(0),
  );

export const directoryEntry = ({ name, offset, crc, packed, size }: ZipPart) =>
  record(
    0x02014b50,
    [
      ['h', 20],
      ...entryHead,
      ['w', crc],
      ['w', packed],
      ['w', size],
      ['h', name.length],
      ['h', 0],
      ['h', 0],
      ['h', 0],
      ['h', 0],
      ['w', 0],
      ['w', offset],
    ],
    name,
  );

export const endOfDirectory = (entries: number, size: number, offset: number) =>
  record(
    0x06054b50,
    [
      ['h', 0],
      ['h', 0],
      ['h', entries],
      ['h', entries],
      ['w', size],
      ['w', offset],
      ['h', 0],
    ],
    Buffer.alloc(0),
  );
