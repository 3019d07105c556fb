import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases } from '../../schemas/case.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200701 as Day;
const cases = (texts: TableTexts): Cases => buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places: {} } });

const head = validId('230123', '19520101', 1);
const wife = validId('230123', '19550505', 22);
const stranger = validId('230123', '19660607', 45);

const roster = (...rows: TableTexts['dibao-roster'] & object) => ({ 'dibao-roster': rows });
const system = (...rows: TableTexts['assistance-system'] & object) => ({ 'assistance-system': rows });
const list = (...rows: TableTexts['payment-list'] & object) => ({ 'payment-list': rows });

/** Households as sets of rows: `R0 S0 L0 | R1` are two. */
function households(of: Cases): string {
  return Array.from({ length: of.householdCount }, (_, number) => {
    const { roster: book, system: other, list: paid } = of.household(number);
    const names = [
      ...book.map((row) => `R${row.index}`),
      ...other.map((row) => `S${row.index}`),
      ...paid.map((row) => `L${row.index}`),
    ];
    for (const row of [...book, ...other, ...paid]) expect(of.householdOf(row)).toBe(number);
    return names.join(' ');
  })
    .sort()
    .join(' | ');
}

const grouped = (...texts: TableTexts[]) => households(cases(Object.assign({}, ...texts)));

it('prints the head’s name with the head’s own id where a household has changed its head', () => {
  const old = { householdId: '1', headName: '张三', headId: stranger, name: '张三', idNumber: stranger, status: '停保' };
  const now = { householdId: '1', headName: '王五', headId: wife, name: '王五', idNumber: wife };
  expect(cases(roster(old, now)).household(0)).toMatchObject({ headName: '王五', headId: wife });
  expect(cases(roster(old, { ...now, headId: '' })).household(0)).toMatchObject({ headName: '王五', headId: wife });
});

describe('户编号', () => {
  it('makes one household of all sources, written with blanks or full-width', () => {
    expect(
      grouped(
        roster({ householdId: '2301 001', idNumber: head }, { householdId: '2301001', idNumber: wife }),
        system({ householdId: '２３０１００１', idNumber: stranger, headName: '李四' }),
        list({ householdId: '2301001', headId: head }),
      ),
    ).toBe('R0 R1 S0 L0');
  });

  it('keeps households apart whatever else they share', () => {
    const same = { certificateNumber: '农001', headId: head, headName: '张三' };
    expect(grouped(roster({ householdId: '1', idNumber: head, ...same }, { householdId: '2', idNumber: head, ...same }))).toBe(
      'R0 | R1',
    );
  });
});

describe('低保证号', () => {
  it('leads a row without 户编号 to the household that has it', () => {
    expect(
      grouped(
        roster(
          { householdId: '1', certificateNumber: '农001', idNumber: head },
          { householdId: '2', certificateNumber: '农002', idNumber: wife },
        ),
        list({ certificateNumber: '农 002', headId: stranger }),
      ),
    ).toBe('R0 | R1 L0');
  });

  it('makes a household where no row has a 户编号', () => {
    expect(
      grouped(roster({ certificateNumber: '农001', idNumber: head }), list({ certificateNumber: '农001', headId: stranger })),
    ).toBe('R0 L0');
  });

  it('tells apart two households of one head, and never gives way to the head', () => {
    const both = { headId: head, idNumber: head };
    expect(grouped(roster({ certificateNumber: '农001', ...both }, { certificateNumber: '农002', ...both }))).toBe('R0 | R1');
    expect(
      grouped(
        roster({ householdId: '1', certificateNumber: '农001', ...both }),
        list({ certificateNumber: '农002', headId: head }),
      ),
    ).toBe('L0 | R0');
  });

  it('gives way to the head where the other side has none', () => {
    expect(
      grouped(
        roster({ householdId: '1', idNumber: head, headId: head }, { householdId: '2', idNumber: stranger, headId: stranger }),
        list({ certificateNumber: '农001', headId: head }),
      ),
    ).toBe('R0 L0 | R1');
    expect(grouped(roster({ certificateNumber: '农001', idNumber: head, headId: head }), list({ headId: head }))).toBe('R0 L0');
  });
});

describe('the head', () => {
  it('is known by id, as person cases see it', () => {
    const wrong = `${head.slice(0, 15)}99${head[17]}`;
    const mistyped = `${head.slice(0, 16)}9${head[17]}`;
    const member = { idNumber: wife, name: '王五', headName: '张三' };
    expect(grouped(roster({ ...member, headId: head }), list({ headId: head }))).toBe('R0 L0');
    const texts = roster({ ...member, headId: head }, { idNumber: head, headId: head });
    expect(grouped(texts, list({ headId: mistyped }))).toBe('R0 R1 L0');
    expect(grouped(texts, list({ headId: wrong }))).toBe('L0 | R0 R1');
  });

  it('is one also where no person row has the id', () => {
    const member = { idNumber: wife, name: '王五', headName: '张三', headId: stranger };
    expect(grouped(roster(member), system({ ...member, village: '别的村' }))).toBe('R0 S0');
  });

  it('is the 户主 row of the same 户主姓名 and place where a row gives no id', () => {
    const rows = roster(
      { idNumber: head, name: '张三', headName: '张三', relation: '户主' },
      { idNumber: wife, name: '王五', headName: '张三', relation: '配偶' },
    );
    expect(grouped(rows, list({ headId: head, headName: '张小三', township: '别的镇' }))).toBe('R0 R1 L0');
    const self = roster({ idNumber: head, name: '张三', headName: '张三', relation: '本人' });
    expect(grouped(self, list({ headId: head, headName: '张小三', township: '别的镇' }))).toBe('L0 | R0');
  });

  it('is nobody where two 户主 rows of that place have the name', () => {
    const rows = roster(
      { idNumber: head, relation: '户主' },
      { idNumber: stranger, relation: '户主' },
      { idNumber: wife, name: '王五', relation: '配偶' },
    );
    expect(grouped(rows)).toBe('R0 | R1 | R2');
  });

  it('is found in the same village only', () => {
    const rows = roster(
      { idNumber: head, relation: '户主', village: '一村' },
      { idNumber: wife, name: '王五', relation: '配偶', village: '二村' },
    );
    expect(grouped(rows)).toBe('R0 | R1');
  });
});

describe('head name and place', () => {
  it('stand in where no head has an id', () => {
    const rows = roster(
      { idNumber: wife, name: '王五', village: '红旗村' },
      { idNumber: stranger, name: '赵六', village: '红旗' },
      { idNumber: '', name: '孙七', village: '二村' },
    );
    expect(grouped(rows)).toBe('R0 R1 | R2');
  });

  it('let a row without a village join the one household of that name in the township', () => {
    const rows = [{ idNumber: wife, name: '王五', village: '一村' }];
    expect(grouped(roster(...rows), list({ headId: '', village: '' }))).toBe('R0 L0');
    expect(
      grouped(roster(...rows, { idNumber: stranger, name: '赵六', village: '二村' }), list({ headId: '', village: '' })),
    ).toBe('L0 | R0 | R1');
  });

  it('join a numbered household whose head nobody knows', () => {
    expect(grouped(roster({ householdId: '1', idNumber: wife, name: '王五' }), list({ headId: head }))).toBe('R0 L0');
  });

  it('do not join where another row of the household knows its head', () => {
    const rows = roster(
      { householdId: '1', idNumber: wife, relation: '户主' },
      { householdId: '1', idNumber: stranger, name: '王五', relation: '配偶' },
      { householdId: '2', idNumber: validId('230123', '19770707', 7), relation: '户主' },
    );
    expect(grouped(rows, list({ headId: head }))).toBe('L0 | R0 R1 | R2');
  });

  it('do not join where both sides know their head', () => {
    expect(grouped(roster({ householdId: '1', idNumber: wife, headId: wife }), list({ headId: head }))).toBe('L0 | R0');
  });
});

describe('what a household prints', () => {
  const only = (...texts: TableTexts[]) => cases(Object.assign({}, ...texts)).household(0);

  it('is 户编号, else 低保证号, else the id of the head', () => {
    const all = { householdId: 'H1', certificateNumber: 'C1', headId: head, idNumber: head };
    expect(only(roster(all)).householdId).toBe('H1');
    expect(only(roster({ ...all, householdId: '' })).householdId).toBe('C1');
    expect(only(roster({ ...all, householdId: '', certificateNumber: '' })).householdId).toBe(head);
  });

  it('is the right id of a head whose id is mistyped in the list', () => {
    const mistyped = `${head.slice(0, 16)}9${head[17]}`;
    const of = cases({
      ...list({ headId: mistyped, householdId: '1' }),
      ...roster({ idNumber: head, name: '张三', householdId: '2' }),
    });
    expect(of.household(of.householdOf({ source: 'payment-list', index: 0 })).headId).toBe(head);
  });

  it('is the id of the 户主 row where no row gives one', () => {
    expect(
      only(
        roster(
          { householdId: '1', idNumber: wife, name: '王五', relation: '配偶' },
          { householdId: '1', idNumber: head, name: '张三', relation: '户主' },
        ),
      ).headId,
    ).toBe(head);
  });

  it('is the place and head name of the first active row', () => {
    const rows = roster(
      { householdId: '1', idNumber: head, headName: '甲', village: '一村', status: '停保' },
      { householdId: '1', idNumber: wife, headName: '乙', village: '二村' },
    );
    expect(only(rows)).toMatchObject({ headName: '乙', village: '二村', township: '竹帘镇' });
  });
});

describe('registration households', () => {
  it('follow the bureau’s 户编号, without 边缘 rows, named by the 户主', () => {
    const of = cases({
      'poverty-registration': [
        { householdId: 'P1', idNumber: wife, name: '王五', relation: '配偶' },
        { householdId: 'Ｐ1 ', idNumber: head, name: '张三', relation: '户主' },
        { householdId: 'P1', idNumber: stranger, name: '赵六', status: '边缘' },
        { householdId: 'P2', idNumber: stranger, name: '赵六' },
      ],
    });
    expect(of.registrationHouseholdCount).toBe(2);
    expect(of.registrationHousehold(0)).toMatchObject({ persons: [0, 1] });
    expect(of.registrationHousehold(0).head.name).toBe('张三');
    expect(of.registrationHouseholdOf({ source: 'poverty-registration', index: 2 })).toBe(-1);
    expect(of.registrationHouseholdOf({ source: 'poverty-registration', index: 3 })).toBe(1);
    expect(of.registrationHousehold(1).head.name).toBe('赵六');
  });
});

describe('whatever the rows', () => {
  const row = fc.record({
    householdId: fc.constantFrom('', '', '1', '2'),
    certificateNumber: fc.constantFrom('', '', 'C1', 'C2'),
    headId: fc.constantFrom('', head, stranger, '无'),
    headName: fc.constantFrom('张三', '李四'),
    village: fc.constantFrom('一村', '二村', ''),
  });
  const people = fc.array(fc.record({ row, idNumber: fc.constantFrom(head, wife, ''), relation: fc.constantFrom('', '户主') }), {
    maxLength: 6,
  });

  it('each has one household, and no household has two 户编号', () => {
    fc.assert(
      fc.property(people, fc.array(row, { maxLength: 5 }), (members, paid) => {
        const rows = members.map(({ row: each, ...own }) => ({ ...each, ...own }));
        const of = cases({ 'dibao-roster': rows, 'payment-list': paid });
        const seen = new Set<string>();
        for (let number = 0; number < of.householdCount; number += 1) {
          const household = of.household(number);
          const all = [...household.roster, ...household.list];
          expect(all.length).toBeGreaterThan(0);
          for (const each of all) seen.add(`${each.source}${each.index}`);
          const numbers = new Set(all.map((each) => each.householdId).filter((text) => text !== ''));
          expect(numbers.size).toBeLessThanOrEqual(1);
          // Without a number, a certificate keeps them apart.
          const certificates = new Set(all.map((each) => each.certificateNumber).filter((text) => text !== ''));
          if (numbers.size === 0) expect(certificates.size).toBeLessThanOrEqual(1);
        }
        expect(seen.size).toBe(members.length + paid.length);
      }),
    );
  });
});
