import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { type MoneyUnit, readMoney, yuanText } from './money.ts';
import { repairsOf } from './repairs.ts';

const fens = fc.integer({ min: -100_000_000_000, max: 100_000_000_000 });

describe('text', () => {
  it('round-trips through yuan with two decimals', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        expect(readMoney(yuanText(fen))).toBe(fen);
      }),
    );
  });

  it('reads groups of three at any size', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        const [whole = '', decimals] = yuanText(fen).split('.');
        const grouped = whole.replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
        expect(readMoney(`${grouped}.${decimals}`)).toBe(fen);
        expect(readMoney(`￥ ${grouped}.${decimals} 元`)).toBe(fen);
      }),
    );
  });

  it.each<readonly [string, number]>([
    ['1,234.50', 123450],
    ['1,234,567.89', 123456789],
    ['￥300', 30000],
    ['¥300.5', 30050],
    ['300元', 30000],
    ['１，２３４．５０', 123450],
    ['３００', 30000],
    [' 300 ', 30000],
    ['\u00A0300\u3000', 30000],
    ['-5', -500],
    ['－5', -500],
    ['−5.00', -500],
    ['-￥5', -500],
    ['￥-5', -500],
    ['0', 0],
    ['-0.00', 0],
    ['300.000', 30000],
    ['0300', 30000],
  ])('%s is %i fen', (text, fen) => {
    expect(readMoney(text)).toBe(fen);
  });

  it.each([
    '',
    '无',
    '1.005',
    '0.001',
    '12,34',
    '1,2345',
    '1,234,56',
    '--5',
    '-￥-5',
    '5-',
    '.5',
    '5.',
    '1e3',
    '300\uFFFD',
    '300万元',
    '300美元',
    '3 元 5 角',
    '99999999999999999',
    '#DIV/0!',
  ])('%s is no money', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });

  it('names what it mended', () => {
    const repairs = (cell: Cell) => {
      const notes = { bits: 0 };
      readMoney(cell, '元', notes);
      return repairsOf(notes.bits);
    };
    expect(repairs('３００')).toEqual(['full-width']);
    expect(repairs(' 300')).toEqual(['space']);
    expect(repairs('1,234.50')).toEqual([]);
    expect(repairs('不 详')).toEqual([]);
  });
});

describe('number cells', () => {
  it('are exact for every amount that a spreadsheet holds', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        expect(readMoney(fen / 100)).toBe(fen);
      }),
    );
  });

  it('may carry the noise of sums, not a third decimal', () => {
    expect(readMoney(0.1 + 0.2)).toBe(30);
    expect(readMoney(1234.560001)).toBe(123456);
    expect(readMoney(1234.559999)).toBe(123456);
    expect(readMoney(1234.560002)).toBeUndefined();
    expect(readMoney(1234.565)).toBeUndefined();
    expect(Object.is(readMoney(-0), 0)).toBe(true);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e17])('%o is no money', (value) => {
    expect(readMoney(value)).toBeUndefined();
  });
});

describe('units', () => {
  it.each<readonly [Cell, MoneyUnit, number | undefined]>([
    ['123', '分', 123],
    ['123.0', '分', 123],
    ['123.5', '分', undefined],
    [123.5, '分', undefined],
    ['1.2345', '万元', 1234500],
    ['0.000001', '万元', 1],
    ['0.0000015', '万元', undefined],
    [1.2345, '万元', 1234500],
    [12.3456789, '万元', undefined],
    ['300元', '万元', undefined],
    ['300元', '分', undefined],
    ['￥3', '万元', 3000000],
  ])('%o in %s is %o', (cell, unit, fen) => {
    expect(readMoney(cell, unit)).toBe(fen);
  });
});

it('other cells are no money', () => {
  expect(readMoney(true)).toBeUndefined();
  expect(readMoney(undefined)).toBeUndefined();
  expect(readMoney({ error: '#N/A' })).toBeUndefined();
});

it('yuan always have two decimals', () => {
  expect([0, 5, -5, 100, -123450].map((fen) => yuanText(fen))).toEqual(['0.00', '0.05', '-0.05', '1.00', '-1234.50']);
});
