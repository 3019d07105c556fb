import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gb18030Texts } from './gb18030-texts.ts';

const byte = (from: number, to: number) => fc.integer({ min: from, max: to });
const trail = fc.oneof(byte(0x40, 0x7e), byte(0x80, 0xfe));
const ascii = byte(0, 0x7f).map((one) => [one]);
const pair = fc.tuple(byte(0x81, 0xfe), trail);
/** Of four bytes, not all of which are characters. */
const rare = fc.tuple(byte(0x81, 0x84), byte(0x30, 0x39), byte(0x81, 0xfe), byte(0x30, 0x39));
const anything = fc.array(byte(0, 0xff), { minLength: 1, maxLength: 4 });

const sound = fc.oneof({ weight: 4, arbitrary: ascii }, { weight: 4, arbitrary: pair }, { weight: 1, arbitrary: rare });
const bytesOf = (characters: fc.Arbitrary<readonly (readonly number[])[]>) =>
  fc.tuple(characters, byte(1, 30_000)).map(([each, times]) => {
    const once = each.flat();
    // So long that it is decoded in several pieces.
    return Uint8Array.from(
      { length: once.length * Math.min(times, Math.ceil(150_000 / (once.length || 1))) },
      (_, at) => once[at % once.length]!,
    );
  });

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One memory for all, as a store has it.
  const memory = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    memory.set(chunk);
    yield memory.subarray(0, chunk.length);
  }
}

async function textOf(bytes: Uint8Array, size: number, mark = 0): Promise<string> {
  let text = '';
  for await (const piece of gb18030Texts(chunksOf(bytes, size), mark)) {
    text += typeof piece === 'string' ? piece : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('utf16le');
  }
  return text;
}

const strictly = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
const chunkSize = fc.oneof(
  byte(1, 9).map((few) => few * 1000 + 1),
  byte(60_000, 140_000),
);

describe('GB18030 is decoded as TextDecoder decodes it', () => {
  test('whatever characters a file has, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(bytesOf(fc.array(sound, { minLength: 1, maxLength: 40 })), chunkSize, async (bytes, size) => {
        let expected: string | undefined;
        try {
          expected = strictly(bytes);
        } catch {
          await expect(textOf(bytes, size)).rejects.toThrow(TypeError);
          return;
        }
        expect((await textOf(bytes, size)) === expected).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('and what it refuses is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        bytesOf(
          fc.array(fc.oneof({ weight: 8, arbitrary: sound }, { weight: 1, arbitrary: anything }), {
            minLength: 1,
            maxLength: 20,
          }),
        ),
        chunkSize,
        async (bytes, size) => {
          let expected: string | undefined;
          try {
            expected = strictly(bytes);
          } catch {
            expected = undefined;
          }
          const found = await textOf(bytes, size).catch((error: unknown) => (error instanceof TypeError ? undefined : error));
          expect(found === expected).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('every pair of bytes is the character that it says', async () => {
    const bytes: number[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead += 1)
      for (let second = 0x40; second <= 0xfe; second += 1) if (second !== 0x7f) bytes.push(lead, second, 0x2c);
    const all = Uint8Array.from(bytes);
    expect(await textOf(all, 4099)).toBe(strictly(all));
  });

  test('a mark at the beginning is left off, also where it stands in several chunks', async () => {
    const bytes = Uint8Array.from([0x84, 0x31, 0x95, 0x33, 0xd6, 0xd0, 0x2c]);
    expect(await textOf(bytes, 3, 4)).toBe('中,');
  });

  test.each([
    ['without any single byte', 'long'],
    ['that ends in half a character', 'cut'],
  ])('a text %s', async (_, kind) => {
    const long = new Uint8Array(300_000).map((_, at) => (at % 2 === 0 ? 0xd6 : 0xd0));
    const bytes = kind === 'long' ? long : long.subarray(0, 1001);
    if (kind === 'long') expect((await textOf(bytes, 100_001)) === '中'.repeat(150_000)).toBe(true);
    else await expect(textOf(bytes, 64)).rejects.toThrow(TypeError);
  });
});
