import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, FileBytes } from './file-bytes.ts';
import { unpack } from './zip-parts.ts';

const inChunks = (bytes: Buffer, size: number) => ({
  read: async function* () {
    // One memory for all chunks, as a draft has it.
    const memory = Buffer.alloc(size);
    for (let at = 0; at < bytes.length; at += size) yield memory.subarray(0, bytes.copy(memory, 0, at, at + size));
  },
});

describe('the bytes of a file', () => {
  it('are taken and passed over in any steps, and all of them are hashed', async () => {
    const step = fc.record({ skip: fc.nat(20), take: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 100 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(step),
        async (all, size, steps) => {
          const bytes = Buffer.from(all);
          const file = new FileBytes(inChunks(bytes, size), 'x');
          let at = 0;
          for (const { skip, take } of steps) {
            if (at + skip + take > bytes.length) break;
            await file.skipTo(at + skip);
            expect(await file.take(take)).toEqual(bytes.subarray(at + skip, at + skip + take));
            at += skip + take;
          }
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          expect(await file.end()).toEqual({ file: 'x', size: bytes.length, sha256 });
        },
      ),
    );
  });

  it('are refused where the file is too short or they have gone by', async () => {
    const file = new FileBytes(inChunks(Buffer.from('abcdef'), 4), 'x');
    expect((await file.take(5)).toString()).toBe('abcde');
    await expect(file.skipTo(4)).rejects.toThrow(RangeError);
    await expect(file.take(2)).rejects.toThrow('x ends too early');
  });

  it('end with as many as were asked for, or all', async () => {
    const bytes = Buffer.from('abcdefghij');
    for (const size of [1, 3, 4, 10]) {
      const { bytes: end, before } = await endOf(inChunks(bytes, size), 'x', 4);
      expect(end.length).toBeGreaterThanOrEqual(4);
      expect(end).toEqual(bytes.subarray(before));
    }
    expect(await endOf(inChunks(bytes, 3), 'x', 100)).toEqual({ bytes, before: 0 });
  });
});

describe('a part of a zip', () => {
  const text = Buffer.from('<row/>'.repeat(5_000));
  const local = Buffer.alloc(30);
  const unpacked = (data: Buffer, packed: number, crc = 0) => {
    const part = { name: 'x', offset: 0, packed, size: text.length, crc };
    return unpack(new FileBytes(inChunks(Buffer.concat([local, data]), 50), 'x'), part, () => {});
  };

  it('is whole, though its bytes come in small pieces that stand in one memory', async () => {
    const data = deflateRawSync(text, { level: 0 });
    await expect(unpacked(data, data.length, crc32(text))).resolves.toBe(true);
  });

  it('is not whole with another checksum, and broken where its bytes are none', async () => {
    const data = deflateRawSync(text);
    await expect(unpacked(data, data.length)).resolves.toBe(false);
    await expect(unpacked(data, data.length - 1)).rejects.toThrow('unexpected end of file');
    await expect(unpacked(data.subarray(0, 20), data.length)).rejects.toThrow('unexpected end of file');
    await expect(unpacked(Buffer.alloc(200, 0xff), 200)).rejects.toThrow('invalid');
  });

  it('is not whole where the directory names more bytes than it has', async () => {
    const data = Buffer.concat([deflateRawSync(text), Buffer.alloc(300)]);
    await expect(unpacked(data, data.length, crc32(text))).resolves.toBe(false);
  });
});
