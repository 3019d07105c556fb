import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank } from './blank-characters.ts';
import { readCount } from './count.ts';
import { decimalText, normaliseKey, readText } from './text.ts';
import { readYes } from './yes.ts';

describe('numbers as text', () => {
  it('never have an exponent and stay the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each([
    [230123195201010, '230123195201010'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-2.5e22, '-25000000000000000000000'],
  ])('%d is %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
});

it('texts are as decoded, errors are none', () => {
  expect(readText(' 张三 ')).toBe(' 张三 ');
  expect(readText(12)).toBe('12');
  expect(readText(true)).toBe('TRUE');
  expect(readText({ error: '#N/A' })).toBeUndefined();
});

it('keys are compared in NFKC without blanks', () => {
  expect(normaliseKey('２３ 01\u3000号')).toBe('2301号');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normaliseKey(normaliseKey(text))).toBe(normaliseKey(text));
    }),
  );
});

it('blank is what shows nothing', () => {
  for (const cell of [undefined, '', ' ', '\u3000\u00A0', '\u200B\uFEFF', '\t\n']) expect(isBlank(cell)).toBe(true);
  for (const cell of ['0', '张', ' x ', '无', 'é', 0, false, { error: '#N/A' }]) expect(isBlank(cell)).toBe(false);
});

it('counts are whole and not negative', () => {
  expect(['3', 3, '３', '1,234', '3.0', ' 3 ', 0].map(readCount)).toEqual([3, 3, 3, 1234, 3, 3, 0]);
  for (const cell of ['', '3.5', 3.5, -1, '-1', '三', '1,23', true, { error: '#N/A' }]) expect(readCount(cell)).toBeUndefined();
});

it('yes and no are said in the listed words only', () => {
  for (const cell of ['是', '√', 1, '1', 'Y', 'y', 'Ｙ', '有', ' 是 ', true]) expect(readYes(cell)).toBe(true);
  for (const cell of ['否', '×', 0, '0', 'N', 'n', '无', false]) expect(readYes(cell)).toBe(false);
  for (const cell of ['', '不', '2', 2, '是是', undefined, { error: '#N/A' }]) expect(readYes(cell)).toBeUndefined();
});
