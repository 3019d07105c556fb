import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAccount } from './account.ts';
import type { Cell } from './cell.ts';
import { repairsOf } from './repairs.ts';

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 32 }).map((all) => all.join(''));

function read(cell: Cell) {
  const notes = { bits: 0 };
  const account = readAccount(cell, notes);
  return { ...account, repairs: repairsOf(notes.bits) };
}

describe('an account', () => {
  it('of 8 to 32 digits is itself, also with spaces and hyphens', () => {
    fc.assert(
      fc.property(digits, (text) => {
        expect(read(text)).toEqual({ digits: text, written: text, repairs: [] });
        const spaced = `${text.slice(0, 4)} ${text.slice(4, 6)}-${text.slice(6)}\u3000`;
        expect(read(spaced)).toEqual({ digits: text, written: spaced, repairs: ['space'] });
        expect(read(`'${text}`)).toMatchObject({ digits: text, repairs: ['apostrophe'] });
      }),
    );
  });

  it('may be full-width, and a number of up to 15 digits', () => {
    expect(read('６２２８４８００')).toMatchObject({ digits: '62284800', repairs: ['full-width'] });
    expect(read(622848001234567)).toEqual({ digits: '622848001234567', written: '622848001234567', repairs: [] });
    expect(read(62284800).digits).toBe('62284800');
  });

  it.each<Cell>([
    '无',
    '未采集',
    '6228****1234',
    '6.22848E+18',
    '1234567',
    '1'.repeat(33),
    '6228480012345678.0',
    '农信62284800',
    '62284800\uFFFD',
    6228480012345678,
    Number('6228480012345678901'),
    1234567,
    62284800.5,
    -62284800,
    { error: '#N/A' },
  ])('%o is none, kept as written, and said', (cell) => {
    expect(read(cell)).toMatchObject({ digits: '', repairs: ['account-unreadable'] });
    if (typeof cell === 'string') expect(read(cell).written).toBe(cell);
  });

  it('that is blank is none, and nothing to say', () => {
    for (const cell of [undefined, '', ' ']) expect(read(cell)).toMatchObject({ digits: '', repairs: [] });
  });
});
