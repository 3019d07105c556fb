import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCodePoints } from './code-point-order.ts';

const points = (text: string) => [...text].map((letter) => letter.codePointAt(0)!);

function slowly(one: string, other: string): number {
  const left = points(one);
  const right = points(other);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    if (left[at] !== right[at]) return left[at]! - right[at]!;
  }
  return left.length - right.length;
}

test('a letter of the second plane comes after private use, the empty text first', () => {
  expect(['\u{20BB7}', '\uE000', '张', ''].sort(byCodePoints)).toEqual(['', '张', '\uE000', '\u{20BB7}']);
});

test('agrees with a comparison point by point', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '张', '\uE000', '\uFFFD', '\u{20BB7}', '\u{20BB8}'), maxLength: 5 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(Math.sign(byCodePoints(one, other))).toBe(Math.sign(slowly(one, other)));
    }),
  );
});
