import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RowKernel } from '../kernel/row-kernel.ts';
import { wholeUtf8 } from './decode.ts';
import { TextUnits } from './text-units.ts';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Characters of one to four bytes, among them those at the ends of each range. */
const character = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '0', ',', '\n', '\0', '\x7f'), minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('张', '三', '村', '\u0800', '\uffff', '\ufffd', '\ud7ff', '\ue000'),
    minLength: 1,
    maxLength: 9,
  }),
  fc.constantFrom('\x80', 'é', '\u07ff', '𠮷', '\u{10000}', '\u{10ffff}', '䶮'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(character, { maxLength: 60 }).map((each) => each.join(''));

const kernel = new RowKernel();

describe('UTF-8 becomes the units of its text', () => {
  test('behind whatever stands there, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, fc.integer({ min: 1, max: 50 }), async (before, added, size) => {
        const units = new TextUnits(kernel);
        units.append(before);
        for await (const piece of wholeUtf8(chunksOf(Buffer.from(added), size), 0)) units.append(piece);
        expect(units.slice(0, units.length)).toBe(before + added);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['in the kernel', 100_000],
    ['beyond it, where a line is longer than any file has', 200_000],
  ])('%s', async (_, length) => {
    const long = '身份证号123456789012345678,'.repeat(length / 25);
    const units = new TextUnits(kernel);
    for await (const piece of wholeUtf8(chunksOf(Buffer.from(`\ufeff${long}`), 70_000), 3)) units.append(piece);
    expect(units.slice(0, units.length) === long).toBe(true);
    expect(units.isInKernel).toBe(length < 131_072);
  });
});
