import { inflateRawSync } from 'node:zlib';

/** The parts of a zip as our own generator writes it. For tests: deflate gives other bytes on other platforms, parts do not. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const parts = new Map<string, string>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const packed = zip.readUInt32LE(at + 18);
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const name = zip.subarray(at + 30, nameEnd).toString();
    parts.set(name, inflateRawSync(zip.subarray(nameEnd, nameEnd + packed)).toString());
    at = nameEnd + packed;
  }
  return parts;
}
