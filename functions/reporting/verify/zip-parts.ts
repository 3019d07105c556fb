import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import type { FileBytes } from './file-bytes.ts';

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

/**
 * The directory of a zip of ours, from the end of its bytes, `before` of which are left out: no comments, no zip64. In
 * the order in which the parts stand. Throws a `RangeError` where the bytes are no such zip.
 */
export function zipParts(end: Buffer, before = 0): ZipPart[] {
  const record = end.lastIndexOf(endSignature);
  const parts: ZipPart[] = [];
  let at = end.readUInt32LE(record + 16) - before;
  for (let left = end.readUInt16LE(record + 10); left > 0; left--) {
    const name = end.toString('utf8', at + entrySize, at + entrySize + end.readUInt16LE(at + 28));
    parts.push({
      name,
      crc: end.readUInt32LE(at + 16),
      packed: end.readUInt32LE(at + 20),
      size: end.readUInt32LE(at + 24),
      offset: end.readUInt32LE(at + 42),
    });
    at += entrySize + end.readUInt16LE(at + 28) + end.readUInt16LE(at + 30) + end.readUInt16LE(at + 32);
  }
  return parts.sort((one, other) => one.offset - other.offset);
}

/** A stream whose queue is full with one byte asks for no piece before it is done with the last. zlib's types do not know of it. */
const onePieceAtATime = { chunkSize: 1 << 18, highWaterMark: 1 } as ZlibOptions;

/**
 * Unpacks a part chunk by chunk, from bytes that have not been read beyond its beginning. Resolves to whether sizes and
 * checksum are what the directory says.
 */
export async function unpack(zip: FileBytes, part: ZipPart, look: (chunk: Buffer) => void): Promise<boolean> {
  await zip.skipTo(part.offset);
  const local = await zip.take(localSize);
  await zip.skipTo(part.offset + localSize + local.readUInt16LE(26) + local.readUInt16LE(28));
  let [size, crc] = [0, 0];
  const inflate = createInflateRaw(onePieceAtATime);
  await pipeline(zip.next(part.packed), inflate, async (unpacked: AsyncIterable<Buffer>) => {
    for await (const chunk of unpacked) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      look(chunk);
    }
  });
  return size === part.size && crc === part.crc && inflate.bytesWritten === part.packed;
}

/** The text of a part that stands within the end of the bytes, `before` of which are left out. */
export function unpackText(part: ZipPart, end: Buffer, before = 0): string {
  const at = part.offset - before;
  const from = at + localSize + end.readUInt16LE(at + 26) + end.readUInt16LE(at + 28);
  return inflateRawSync(end.subarray(from, from + part.packed)).toString('utf8');
}
