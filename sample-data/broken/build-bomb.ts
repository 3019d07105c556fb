import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { ZipPart } from './build-zip.ts';

/**
 * A part that says `before`, then `block` as often as asked, then `after`, packed with the right size and checksum. A
 * full flush between them makes the packed block repeatable, so gigabytes take little time and room to make.
 */
export function repeatedPart(name: string, before: string, block: string, times: number, after: string): ZipPart {
  const flushed = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const repeated = Buffer.from(block);
  const packedBlock = flushed(block);
  let crc = crc32(before);
  for (let count = 0; count < times; count++) crc = crc32(repeated, crc);
  return {
    name,
    content: '',
    packed: Buffer.concat([flushed(before), ...Array.from({ length: times }, () => packedBlock), deflateRawSync(after)]),
    crc: crc32(after, crc),
    // A bomb of 4 GiB or more would need ZIP64 to tell its size.
    size: (Buffer.byteLength(before) + repeated.length * times + Buffer.byteLength(after)) % 2 ** 32,
  };
}
