import { crc32, createInflateRaw } from 'node:zlib';

/** A part of a zip as its directory names it. */
export interface ZipPart {
  readonly name: string;
  readonly offset: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
}

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entrySize = 46;
const localSize = 30;

/** The directory of a zip of ours: no comments, no zip64. Throws a `RangeError` where the bytes are no such zip. */
export function zipParts(zip: Buffer): ZipPart[] {
  const end = zip.lastIndexOf(endSignature);
  const parts: ZipPart[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = zip.toString('utf8', at + entrySize, at + entrySize + zip.readUInt16LE(at + 28));
    parts.push({
      name,
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += entrySize + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** Unpacks a part chunk by chunk. Resolves to whether size and checksum are what the directory says. */
export async function unpack(zip: Buffer, part: ZipPart, look: (chunk: Buffer) => void): Promise<boolean> {
  const start = part.offset + localSize + zip.readUInt16LE(part.offset + 26) + zip.readUInt16LE(part.offset + 28);
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  inflate.end(zip.subarray(start, start + part.packed));
  let [size, crc] = [0, 0];
  for await (const chunk of inflate as AsyncIterable<Buffer>) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    look(chunk);
  }
  return size === part.size && crc === part.crc;
}

export async function unpackText(zip: Buffer, part: ZipPart): Promise<string> {
  const chunks: Buffer[] = [];
  await unpack(zip, part, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
