import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { damaged } from './damaged.ts';

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the packed bytes. */
  readonly start: number;
}

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locatorSignature = 0x07064b50;
const endLength = 22;
const locatorLength = 20;
const centralLength = 46;
const localLength = 30;
const zip64Extra = 1;
const in64 = 0xffffffff;

/**
 * The entries of a zip by its central directory (APPNOTE 4.3), ZIP64 too. Throws `FileRefused` where it is cut off,
 * points outside the file, or lets two entries share bytes, as zip bombs do.
 */
export function zipDirectory(bytes: Buffer, limits: Limits): ZipEntry[] {
  const { at: start, count } = directoryStart(bytes);
  if (count > limits.zipEntries) {
    throw new FileRefused(`压缩包里有${count}个部件，超过上限${limits.zipEntries}个`, '请另存为新的 xlsx 文件后重新发送。');
  }
  const entries: ZipEntry[] = [];
  const spans: [number, number][] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + centralLength > bytes.length || bytes.readUInt32LE(at) !== centralSignature) throw damaged('压缩包目录有误');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + centralLength + nameLength, at + centralLength + nameLength + extraLength);
    const [size, packedSize, local] = wideFields(extra, [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]);
    const data = dataStart(bytes, local, start);
    if (data + packedSize > start) throw damaged('压缩包目录指向文件之外，文件可能没有传完');
    spans.push([local, data + packedSize]);
    entries.push({
      // Names of parts that matter are ASCII, whatever the entry's encoding flag says.
      name: bytes.toString('utf8', at + centralLength, at + centralLength + nameLength),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size,
      packedSize,
      start: data,
    });
    at += centralLength + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  spans.sort(([a], [b]) => a - b);
  for (const [index, [from]] of spans.entries()) {
    if (index > 0 && from < (spans[index - 1]?.[1] ?? 0)) throw damaged('压缩包的部件互相重叠，疑似压缩炸弹');
  }
  return entries;
}

function directoryStart(bytes: Buffer): { at: number; count: number } {
  const lowest = Math.max(0, bytes.length - endLength - 0xffff);
  for (let at = bytes.length - endLength; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== endSignature) continue;
    const count = bytes.readUInt16LE(at + 10);
    const offset = bytes.readUInt32LE(at + 16);
    const locator = at - locatorLength;
    if (locator >= 0 && bytes.readUInt32LE(locator) === locatorSignature) {
      const end64 = safeNumber(bytes.readBigUInt64LE(locator + 8));
      if (end64 + 56 > bytes.length || bytes.readUInt32LE(end64) !== end64Signature) throw damaged('压缩包目录有误');
      return { at: safeNumber(bytes.readBigUInt64LE(end64 + 48)), count: safeNumber(bytes.readBigUInt64LE(end64 + 32)) };
    }
    return { at: offset, count };
  }
  throw new FileRefused('文件不完整：找不到压缩包的结尾，可能没有传完', '请重新复制或下载该文件后再发送。');
}

/** Sizes and offset that do not fit 32 bits stand in the entry's ZIP64 extra field, in this order, as far as needed. */
function wideFields(extra: Buffer, fields: [number, number, number]): [number, number, number] {
  if (!fields.includes(in64)) return fields;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== zip64Extra) continue;
    let next = at + 4;
    const wide = fields.map((field) => {
      if (field !== in64) return field;
      if (next + 8 > extra.length) throw damaged('压缩包目录有误');
      next += 8;
      return safeNumber(extra.readBigUInt64LE(next - 8));
    });
    return [wide[0] ?? 0, wide[1] ?? 0, wide[2] ?? 0];
  }
  return fields;
}

function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('压缩包目录有误');
  return Number(value);
}

function dataStart(bytes: Buffer, local: number, directory: number): number {
  if (local + localLength > directory || bytes.readUInt32LE(local) !== localSignature) {
    throw damaged('压缩包目录指向文件之外，文件可能没有传完');
  }
  return local + localLength + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
}
