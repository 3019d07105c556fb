import { damaged } from './damaged.ts';

const headerLength = 512;
const entryLength = 128;
const lastSpecial = 0xfffffffa;
const endOfChain = 0xfffffffe;

/**
 * The streams of an OLE compound file ([MS-CFB]) by name. A chain of sectors that leaves the file or runs in a circle
 * throws `FileRefused`.
 */
export class OleFile {
  readonly #bytes: Buffer;
  readonly #sectorShift: number;
  readonly #fat: Uint32Array;
  readonly #miniFat: Uint32Array;
  readonly #miniStream: Buffer;
  readonly #miniCutoff: number;
  readonly #entries = new Map<string, { start: number; size: number }>();

  constructor(bytes: Buffer) {
    if (bytes.length < headerLength) throw damaged('文件不完整');
    this.#bytes = bytes;
    this.#sectorShift = bytes.readUInt16LE(30);
    if (this.#sectorShift !== 9 && this.#sectorShift !== 12) throw damaged('文件头有误');
    this.#miniCutoff = bytes.readUInt32LE(56);
    this.#fat = this.#readFat();
    const directory = this.#chain(bytes.readUInt32LE(48));
    let root = { start: endOfChain, size: 0 };
    for (let at = 0; at + entryLength <= directory.length; at += entryLength) {
      const nameLength = Math.min(64, directory.readUInt16LE(at + 64));
      const kind = directory[at + 66];
      const entry = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
      if (kind === 5) root = entry;
      // The first of a name: streams of embedded objects may be called the same.
      const name = directory.toString('utf16le', at, at + Math.max(0, nameLength - 2)).toLowerCase();
      if (kind === 2 && !this.#entries.has(name)) this.#entries.set(name, entry);
    }
    const miniFat = this.#chain(bytes.readUInt32LE(60));
    this.#miniFat = numbers(miniFat);
    this.#miniStream = root.size === 0 ? Buffer.alloc(0) : this.#chain(root.start);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The whole stream. */
  read(name: string): Buffer {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged('缺少数据流');
    const mini = entry.size < this.#miniCutoff;
    const whole = mini ? this.#miniChain(entry.start) : this.#chain(entry.start);
    if (whole.length < entry.size) throw damaged('文件不完整，可能没有传完');
    return whole.subarray(0, entry.size);
  }

  #readFat(): Uint32Array {
    const sectors: number[] = [];
    const perSector = (1 << this.#sectorShift) / 4;
    const take = (bytes: Buffer, count: number) => {
      for (let at = 0; at < count; at++) {
        const sector = bytes.readUInt32LE(at * 4);
        if (sector <= lastSpecial) sectors.push(sector);
      }
    };
    take(this.#bytes.subarray(76, headerLength), 109);
    const most = Math.ceil(this.#bytes.length >> this.#sectorShift) + 1;
    let next = this.#bytes.readUInt32LE(68);
    for (let seen = 0; next <= lastSpecial; seen++) {
      if (seen > most) throw damaged('扇区链成环');
      const sector = this.#sector(next);
      take(sector, perSector - 1);
      next = sector.readUInt32LE((perSector - 1) * 4);
    }
    if (sectors.length > most) throw damaged('扇区表有误');
    return numbers(Buffer.concat(sectors.map((sector) => this.#sector(sector))));
  }

  #sector(index: number): Buffer {
    const start = (index + 1) << this.#sectorShift;
    const end = start + (1 << this.#sectorShift);
    // The last sector of a stream is often cut where its data ends.
    if (start < 0 || start >= this.#bytes.length) throw damaged('文件不完整，可能没有传完');
    if (end <= this.#bytes.length) return this.#bytes.subarray(start, end);
    return Buffer.concat([this.#bytes.subarray(start)], 1 << this.#sectorShift);
  }

  #chain(start: number): Buffer {
    return Buffer.concat([...links(start, this.#fat)].map((sector) => this.#sector(sector)));
  }

  #miniChain(start: number): Buffer {
    const pieces: Buffer[] = [];
    for (const sector of links(start, this.#miniFat)) {
      if (sector * 64 >= this.#miniStream.length) throw damaged('文件不完整，可能没有传完');
      pieces.push(this.#miniStream.subarray(sector * 64, sector * 64 + 64));
    }
    return Buffer.concat(pieces);
  }
}

function* links(start: number, table: Uint32Array): Generator<number> {
  let seen = 0;
  for (let sector = start; sector <= lastSpecial; sector = table[sector] ?? endOfChain) {
    if (sector >= table.length) throw damaged('扇区链指向文件之外');
    if (++seen > table.length) throw damaged('扇区链成环');
    yield sector;
  }
}

function numbers(bytes: Buffer): Uint32Array {
  const table = new Uint32Array(bytes.length >> 2);
  for (let at = 0; at < table.length; at++) table[at] = bytes.readUInt32LE(at * 4);
  return table;
}
