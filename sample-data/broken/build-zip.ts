import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, with what may be wrong about it. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** 0 stored, 8 deflated (the default), anything else a lie. */
  readonly method?: number;
  readonly crc?: number;
  /** Size that the directory gives. */
  readonly size?: number;
  readonly flags?: number;
  /** Bytes to lay down as they are instead of the packed content. */
  readonly packed?: Buffer;
  /** Directory only: points to the local entry of this index. */
  readonly sharesBytesOf?: number;
}

/** A zip file with exactly these entries in this order, made by hand so that it can be wrong in one chosen point. */
export function buildZip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, part] of parts.entries()) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const packed = part.packed ?? (method === 0 ? content : deflateRawSync(content));
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.flags ?? 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(0x00210000, 6);
    fields.writeUInt32LE(part.crc ?? crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    offsets[index] = part.sharesBytesOf === undefined ? offset : (offsets[part.sharesBytesOf] ?? 0);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(offsets[index] ?? 0, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, attributes, name);
    if (part.sharesBytesOf !== undefined) continue;
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
