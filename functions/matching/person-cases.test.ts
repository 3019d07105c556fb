import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases, PersonCase } from '../../schemas/case.ts';
import type { Day } from '../../schemas/values/day.ts';
import { checkCharacter } from '../../schemas/values/resident-id.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200630 as Day;
const cases = (texts: TableTexts, places: Record<string, string> = {}): Cases =>
  buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places } });

const rosterCase = (of: Cases, index = 0): PersonCase => of.person(of.personOf({ source: 'dibao-roster', index }));
const registeredCase = (of: Cases, index = 0): PersonCase => of.person(of.personOf({ source: 'poverty-registration', index }));

const id = validId('230123', '19520101', 1);
const otherId = validId('230123', '19660607', 45);
/** The id with one character replaced; its check character is left as it was. */
const slip = (text: string, at: number, character: string) => text.slice(0, at) + character + text.slice(at + 1);
const swap = (text: string, at: number) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);

/** One roster row and one registration row, far from each other unless told otherwise. */
const pair = (roster: object, registration: object, more: TableTexts = {}) =>
  cases({
    'dibao-roster': [{ name: '张小三', idNumber: id, township: '东风镇', village: '红旗村', ...roster }],
    'poverty-registration': [{ name: '张小三', idNumber: id, township: '西山乡', village: '前进村', ...registration }],
    ...more,
  });
const basisOf = (of: Cases) => (of.personCount === 1 ? of.person(0).basis : 'apart');

describe('rows of one id', () => {
  it('are one person in all sources, whatever their names', () => {
    const of = pair({}, { name: '李四' });
    expect(basisOf(of)).toBe('same-id');
    expect(of.person(0).rows.roster).toHaveLength(1);
    expect(of.person(0).rows.registration).toHaveLength(1);
  });

  it('are one person where the id fails its check digit or its birth date', () => {
    expect(basisOf(pair({ idNumber: slip(id, 15, '9') }, { idNumber: slip(id, 15, '9') }))).toBe('same-id');
    const unborn = '23012319521301001X';
    expect(basisOf(pair({ idNumber: unborn }, { idNumber: unborn }))).toBe('same-id');
  });

  it('are one person where one is written with 15 digits, full-width or with a small x', () => {
    const withX = Array.from({ length: 20 }, (_, n) => validId('230123', '19520101', n)).find((text) => text.endsWith('X'))!;
    expect(basisOf(pair({ idNumber: withX.toLowerCase() }, { idNumber: withX }))).toBe('same-id');
    expect(basisOf(pair({ idNumber: id.slice(0, 6) + id.slice(8, 17) }, { idNumber: `'${id}` }))).toBe('same-id');
  });

  it('stay apart where the id is missing or no id, even of the same words', () => {
    expect(basisOf(pair({ idNumber: '' }, { idNumber: '' }))).toBe('apart');
    expect(basisOf(pair({ idNumber: '无' }, { idNumber: '无' }))).toBe('apart');
  });
});

describe('near ids', () => {
  it.each(Array.from({ length: 18 }, (_, at) => at))('join where character %i was mistyped', (at) => {
    const wrong = slip(id, at, at === 17 && id[17] !== 'X' ? 'X' : id[at] === '2' ? '3' : '2');
    expect(basisOf(pair({ idNumber: wrong }, {}))).toBe('near-id');
    expect(basisOf(pair({}, { idNumber: wrong }))).toBe('near-id');
  });

  it('join where any two neighbours were swapped', () => {
    const digits = validId('213465', '19870625', 143);
    for (let at = 0; at < 17; at += 1) {
      if (digits[at] === digits[at + 1] || (at === 16 && digits[17] === 'X')) continue;
      expect(basisOf(pair({ idNumber: digits }, { idNumber: swap(digits, at) }))).toBe('near-id');
    }
  });

  it('join where both are wrong', () => {
    expect(basisOf(pair({ idNumber: slip(id, 16, '4') }, { idNumber: slip(id, 16, '5') }))).toBe('near-id');
  });

  it('stay apart where two characters differ, or the same digits stand two places on', () => {
    expect(basisOf(pair({ idNumber: slip(slip(id, 14, '5'), 16, '5') }, {}))).toBe('apart');
    const digits = validId('213465', '19870625', 143);
    const turned = digits.slice(0, 14) + digits[16] + digits[15] + digits[14] + digits[17];
    expect(basisOf(pair({ idNumber: digits }, { idNumber: turned }))).toBe('apart');
  });

  it('stay apart where the names do not agree', () => {
    expect(basisOf(pair({ idNumber: slip(id, 16, '5'), name: '李四' }, {}))).toBe('apart');
  });

  it('stay apart where one source has rows of both: those are two people of one book', () => {
    const of = pair(
      { idNumber: slip(id, 16, '5') },
      {},
      {
        'assistance-system': [
          { name: '张小三', idNumber: id },
          { name: '张小三', idNumber: slip(id, 16, '5') },
        ],
      },
    );
    expect(of.personCount).toBe(2);
    expect(of.person(0).candidates).toEqual([]);
  });

  it('agree with what comparing all pairs finds', () => {
    const digit = fc.integer({ min: 0, max: 2 }).map(String);
    // Few digits in few places, so that neighbours are common; every id is one person of one source.
    const ids = fc.uniqueArray(
      fc.tuple(digit, digit, digit, fc.constantFrom('1', '2', 'X')).map(([a, b, c, d]) => `23012319520${a}0${b}00${c}${d}`),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(ids, (texts) => {
        const of = cases({
          'dibao-roster': [{ name: '甲乙', idNumber: texts[0]! }],
          'poverty-registration': texts.slice(1).map((idNumber) => ({ name: '甲乙', idNumber })),
        });
        const near = texts.slice(1).filter((text) => isNear(texts[0]!, text) && !lost(text) && !lost(texts[0]!));
        const mine = rosterCase(of);
        if (near.length === 1) expect([mine.basis, mine.rows.registration.length]).toEqual(['near-id', 1]);
        else expect(mine.candidates.map((number) => of.person(number).id).sort()).toEqual(near.sort());
      }),
    );
  });
});

const lost = (text: string) => text.endsWith('000') && checkCharacter(text.slice(0, 17)) !== '0';

function isNear(one: string, other: string): boolean {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return slip(one, at, other[at]!) === other || (at < 17 && swap(one, at) === other);
}

describe('lost digits', () => {
  const cut = `${id.slice(0, 15)}000`;

  it('join with the whole id of the same first 15 digits, however they were lost', () => {
    expect(basisOf(pair({ idNumber: cut }, {}))).toBe('lost-digits');
    expect(basisOf(pair({ idNumber: `${id[0]}.${id.slice(1, 15)}E+17` }, {}))).toBe('lost-digits');
    expect(basisOf(pair({ idNumber: cut }, { idNumber: cut }))).toBe('lost-digits');
  });

  it('join with an id that is wrong in its check digit', () => {
    expect(basisOf(pair({ idNumber: cut }, { idNumber: slip(id, 16, '9') }))).toBe('lost-digits');
  });

  it.each([id.slice(0, 17), `${id}5`, `${id.slice(0, 15)}***`])(
    'join with %s, which is no id, and before a place would',
    (bad) => {
      expect(basisOf(pair({ idNumber: bad }, { idNumber: cut }))).toBe('lost-digits');
      const there = { township: '东风镇', village: '红旗村' };
      expect(basisOf(pair({ idNumber: bad }, { idNumber: cut, ...there }))).toBe('lost-digits');
      expect(basisOf(pair({ idNumber: bad }, { idNumber: cut, name: '李四' }))).toBe('apart');
      expect(basisOf(pair({ idNumber: bad }, { idNumber: id.slice(0, 16) }))).toBe('apart');
    },
  );

  it('stay apart where a digit before the 16th differs, the name differs, or fewer digits are left', () => {
    expect(basisOf(pair({ idNumber: cut }, { idNumber: validId('230123', '19520101', 111) }))).toBe('apart');
    expect(basisOf(pair({ idNumber: cut }, { name: '李四' }))).toBe('apart');
    expect(basisOf(pair({ idNumber: `${id[0]}.${id.slice(1, 6)}E+17` }, {}))).toBe('apart');
  });
});

describe('no id', () => {
  const here = { township: '东风镇', village: '红旗村' };

  it('joins namesakes of one village', () => {
    expect(basisOf(pair({ idNumber: '' }, here))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '无' }, { ...here, idNumber: '' }))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '5.1E+17' }, here))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '' }, { township: '东风', village: '红旗村委会' }))).toBe('no-id');
  });

  it('knows the other names of a place', () => {
    const texts: TableTexts = {
      'dibao-roster': [{ name: '张小三', idNumber: '', township: '老街镇', village: '红旗村' }],
      'poverty-registration': [{ name: '张小三', idNumber: id, township: '新街镇', village: '红旗村' }],
    };
    expect(basisOf(cases(texts))).toBe('apart');
    expect(basisOf(cases(texts, { 老街镇: '新街镇' }))).toBe('no-id');
  });

  it('stays apart in another village, in an unnamed one, under another name, or where both have ids', () => {
    expect(basisOf(pair({ idNumber: '' }, {}))).toBe('apart');
    expect(basisOf(pair({ idNumber: '', village: '' }, here))).toBe('apart');
    expect(basisOf(pair({ idNumber: '' }, { ...here, village: '' }))).toBe('apart');
    expect(basisOf(pair({ idNumber: '' }, { ...here, name: '张小四' }))).toBe('apart');
    expect(basisOf(pair({}, { ...here, idNumber: otherId }))).toBe('apart');
  });

  it('stays apart where 15 digits are left and say otherwise', () => {
    expect(basisOf(pair({ idNumber: `${id.slice(0, 15)}000` }, { ...here, idNumber: otherId }))).toBe('apart');
  });

  it('finds name and place in different rows of one person', () => {
    const of = pair({ idNumber: '' }, { ...here, name: '李四' }, { 'assistance-system': [{ name: '张小三', idNumber: id }] });
    expect(rosterCase(of).basis).toBe('no-id');
    expect(rosterCase(of).rows.registration).toHaveLength(1);
  });

  it('finds names that agree only as a relation: unreadable letters, a lost interpunct', () => {
    expect(basisOf(pair({ idNumber: '', name: '张?三' }, here))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '' }, { ...here, name: '张\uE863三' }))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '', name: '买买提·吐尔逊' }, { ...here, name: '买买提吐尔逊' }))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '', name: '买买提?吐尔逊' }, { ...here, name: '买买提•吐尔逊' }))).toBe('no-id');
    expect(basisOf(pair({ idNumber: '', name: '张?三' }, { ...here, name: '张三' }))).toBe('apart');
  });
});

describe('several candidates', () => {
  const here = { township: '东风镇', village: '红旗村', name: '张小三' };

  it('are one person where all are candidates of each other, on the weakest basis', () => {
    const of = pair(
      { ...here, idNumber: '' },
      { ...here, idNumber: slip(id, 16, '5') },
      {
        'assistance-system': [{ ...here, idNumber: id }],
      },
    );
    expect(of.personCount).toBe(1);
    expect(of.person(0)).toMatchObject({ basis: 'no-id', id, candidates: [] });
  });

  it('stay alone and know each other where the village has two namesakes in one source', () => {
    const of = cases({
      'dibao-roster': [{ ...here, idNumber: '' }],
      'poverty-registration': [
        { ...here, idNumber: id },
        { ...here, idNumber: otherId },
      ],
    });
    expect(of.personCount).toBe(3);
    expect(rosterCase(of).basis).toBe('same-id');
    expect(rosterCase(of).candidates.map((number) => of.person(number).id)).toEqual([id, otherId]);
    expect(registeredCase(of).candidates).toEqual([rosterCase(of).number]);
  });

  it('stay alone where a chain is no clique', () => {
    const of = pair(
      { ...here, idNumber: '' },
      { ...here, idNumber: id },
      {
        'death-register': [{ name: '张小三', idNumber: slip(id, 16, '5') }],
      },
    );
    // The death row says no place, so it is a candidate of the registration only.
    expect(of.personCount).toBe(3);
    expect(registeredCase(of).candidates).toHaveLength(2);
    expect(rosterCase(of).candidates).toEqual([registeredCase(of).number]);
  });

  it('do not multiply where thousands without id share a name and a village', () => {
    const many = Array.from({ length: 3000 }, () => ({ ...here, idNumber: '' }));
    const of = cases({ 'dibao-roster': many, 'poverty-registration': many });
    expect(of.personCount).toBe(6000);
    expect(rosterCase(of).candidates).toHaveLength(3000);
  });

  it('are nobody at all where one source has all the namesakes', () => {
    const of = cases({ 'dibao-roster': Array.from({ length: 50 }, () => ({ ...here, idNumber: '' })) });
    expect(of.personCount).toBe(50);
    expect(rosterCase(of, 49).candidates).toEqual([]);
  });
});
