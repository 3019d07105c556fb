import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { type Day, dayText, makeDay } from './day.ts';
import { checkCharacter, newIdScan, readResidentId, scanResidentId, unpackedId } from './resident-id.ts';

const latestBirth = 20201231 as Day;
const read = (cell: Cell) => readResidentId(cell, latestBirth);
const problemOf = (cell: Cell) => read(cell).id.problem;

const days = fc
  .tuple(fc.integer({ min: 1900, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, date]) => makeDay(year, month, date))
  .filter((day) => day !== undefined);
const seventeens = fc
  .tuple(fc.integer({ min: 110000, max: 999999 }), days, fc.integer({ min: 0, max: 999 }))
  .map(([region, born, sequence]) => `${region}${dayText(born).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`);
const ids = seventeens.map((text) => text + checkCharacter(text));

const id = '230123195201010017';

describe('check character', () => {
  it('is that of published examples', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(checkCharacter('44052418800101001')).toBe('4');
  });

  it('finds every substituted digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (text, at, digit) => {
        const replaced = text.slice(0, at) + digit + text.slice(at + 1);
        if (replaced !== text) expect(checkCharacter(replaced.slice(0, 17))).not.toBe(replaced[17]);
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
        if (swapped !== text && /^\d{17}/.test(swapped)) expect(checkCharacter(swapped.slice(0, 17))).not.toBe(swapped[17]);
      }),
    );
  });
});

describe('a usable id', () => {
  it('reads as itself and unpacks to itself', () => {
    fc.assert(
      fc.property(ids, (text) => {
        expect(read(text)).toEqual({ id: { text, problem: 'none', normalised: text, lostDigits: '' }, repairs: [] });
        const scan = newIdScan();
        scanResidentId(text, latestBirth, scan);
        expect([scan.width, unpackedId(scan.high, scan.low, scan.tail)]).toEqual([18, text]);
      }),
    );
  });

  it('reads the same in every way in which people write it, and each repair is named', () => {
    const fullWidth = (text: string) => text.replace(/[\dX]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    const writings = fc.constantFrom<readonly [(text: string) => string, string]>(
      [(text) => `'${text}`, 'apostrophe'],
      [(text) => `’${text}`, 'apostrophe'],
      [(text) => `＇${text}`, 'apostrophe'],
      [(text) => `"${text}"`, 'apostrophe'],
      [(text) => `“${text}”`, 'apostrophe'],
      [(text) => `\`${text}´`, 'apostrophe'],
      [(text) => ` ${text}\t`, 'space'],
      [(text) => `${text.slice(0, 6)} ${text.slice(6, 14)}\u3000${text.slice(14)}`, 'space'],
      [(text) => `\uFEFF${text}\u200B`, 'space'],
      [(text) => `${text}\u00A0\u2060\u200D\r\n`, 'space'],
      [fullWidth, 'full-width'],
    );
    fc.assert(
      fc.property(ids, writings, (text, [write, repair]) => {
        const result = read(write(text));
        expect(result.id).toMatchObject({ problem: 'none', normalised: text, text });
        expect(result.repairs).toContain(repair);
      }),
    );
  });

  it('takes small x, ×, Cyrillic Х and Roman Ⅹ for X in position 18 only', () => {
    const seventeen = '11010519491231002';
    for (const last of ['x', '×', 'Х', 'Ⅹ', 'ｘ', 'Ｘ']) {
      expect(read(seventeen + last)).toMatchObject({
        id: { problem: 'none', normalised: `${seventeen}X` },
        repairs: ['lower-x'],
      });
    }
    expect(problemOf('x1010519491231002X')).toBe('format');
    expect(problemOf(`1101051949123100X2`)).toBe('format');
  });

  it('of 15 digits becomes 18, also from a number cell', () => {
    fc.assert(
      fc.property(seventeens, (text) => {
        const old = `${text.slice(0, 6)}${text.slice(8)}`;
        const seventeen = `${text.slice(0, 6)}19${text.slice(8)}`;
        const born = makeDay(Number(seventeen.slice(6, 10)), Number(seventeen.slice(10, 12)), Number(seventeen.slice(12, 14)));
        const expected = {
          problem: born === undefined ? 'birth-date' : 'none',
          normalised: seventeen + checkCharacter(seventeen),
        };
        expect(read(old).id).toMatchObject(expected);
        expect(read(Number(old)).id).toMatchObject(expected);
        expect(read(old).repairs).toEqual(['fifteen-digits']);
      }),
    );
  });

  it('is the first 18 characters of a disability certificate, whose category and grade are kept', () => {
    for (const tail of ['43', '431', '43B1']) {
      expect(read(id + tail)).toMatchObject({ id: { normalised: id, text: id, problem: 'none' }, disability: tail });
    }
    expect(read(`${id}43`).repairs).toEqual(['disability-certificate']);
    expect(problemOf(`${id}1`)).toBe('format');
    expect(problemOf(`${id}43B12`)).toBe('format');
  });

  it('may be a foreign permanent-resident id or a residence permit', () => {
    for (const seventeen of ['81000019900101001', '83000019900101001', '91123419900101001']) {
      expect(problemOf(seventeen + checkCharacter(seventeen))).toBe('none');
    }
  });
});

describe('problems, the first that holds', () => {
  it.each<readonly [Cell, string]>([
    [undefined, 'missing'],
    ['', 'missing'],
    [' \u3000', 'missing'],
    ["'", 'missing'],
    ['无', 'format'],
    ['0', 'format'],
    [0, 'format'],
    ['111111111111111111', 'format'],
    [111111111111111, 'format'],
    ['XXXXXXXXXXXXXXXXXX', 'format'],
    [Number('230123195201010017'), 'precision-lost'],
    [230123195201010000, 'precision-lost'],
    [1234567890123456, 'precision-lost'],
    ['2.30828195201010E+17', 'precision-lost'],
    ['2.30828195201010e+17', 'precision-lost'],
    ['5.1E+17', 'precision-lost'],
    ['230123195201010000', 'precision-lost'],
    ['23012319520101001', 'format'],
    ['2301231952010100171', 'format'],
    ['23012319520101O017', 'format'],
    ['23012319520101\uFFFD017', 'format'],
    [`${id}、${id}`, 'format'],
    ['230123195202300017', 'birth-date'],
    ['230123195213010017', 'birth-date'],
    ['230123202101010017', 'birth-date'],
    ['230123195201010018', 'check-digit'],
    [{ error: '#N/A' }, 'format'],
    [true, 'format'],
    [id, 'none'],
  ])('%o is %s', (cell, problem) => {
    expect(problemOf(cell)).toBe(problem);
  });

  it('text of 18 digits ending 000 is lost only where the check digit fails', () => {
    fc.assert(
      fc.property(seventeens, (text) => {
        const cut = `${text.slice(0, 15)}000`;
        const right = checkCharacter(cut.slice(0, 17)) === '0';
        expect(problemOf(cut)).toBe(right ? 'none' : 'precision-lost');
      }),
    );
  });

  it('a number cell of more than 15 digits is lost, whatever its last ones', () => {
    fc.assert(
      fc.property(ids, (text) => {
        expect(problemOf(Number(text.replace('X', '0')))).toBe('precision-lost');
        // As a spreadsheet stores it: the last three digits are gone, the first 15 are right.
        const { normalised, lostDigits } = read(Number(`${text.slice(0, 15)}000`)).id;
        expect([normalised, lostDigits]).toEqual(['', text.slice(0, 15)]);
      }),
    );
  });

  it('keeps 15 lost digits where they are still there', () => {
    expect(read('2.30828195201010E+17').id.lostDigits).toBe('230828195201010');
    expect(read('2.3082819520101E+17').id.lostDigits).toBe('');
    expect(read('230123195201010000').id.lostDigits).toBe('230123195201010');
  });

  it('an id born on the last day is usable, a day later it is not', () => {
    const on = (day: string) => `230123${day}001`;
    expect(problemOf(on('20201231') + checkCharacter(on('20201231')))).toBe('none');
    expect(problemOf(on('20210101') + checkCharacter(on('20210101')))).toBe('birth-date');
  });

  it('prints what has 18 characters in that form, anything else as written and trimmed', () => {
    expect(read(' 无 ').id.text).toBe('无');
    expect(read("'230123195201010018").id.text).toBe('230123195201010018');
    expect(read("'230123195201010000").id.text).toBe('230123195201010000');
    expect(read(' 2.30828195201010E+17').id.text).toBe('2.30828195201010E+17');
  });

  it('never throws, and identifies only by 18 characters', () => {
    const cells = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(undefined));
    fc.assert(
      fc.property(cells, (cell) => {
        const { problem, normalised } = read(cell).id;
        expect(normalised === '').toBe(!['none', 'birth-date', 'check-digit'].includes(problem));
        expect(normalised === '' || /^\d{17}[\dX]$/.test(normalised)).toBe(true);
      }),
    );
  });
});
