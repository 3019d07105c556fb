import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import type { Cases, PersonCase } from '../../schemas/case.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200630 as Day;
const cases = (texts: TableTexts): Cases => buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places: {} } });

const id = validId('230123', '19520101', 1);
const wrongId = `${id.slice(0, 16)}5${id.slice(17)}`;
const otherId = validId('230123', '19660607', 45);
/** Its fourth and fifth digits in the other order. */
const swappedId = `${otherId.slice(0, 3)}${otherId[4]}${otherId[3]}${otherId.slice(5)}`;

describe('a person who is nobody’s candidate', () => {
  const names = fc.constantFrom('张小三', '张?三', '李四', '买买提·吐尔逊', '买买提吐尔逊');
  const ids = fc.constantFrom('', '无', id, wrongId, `${id.slice(0, 15)}000`, otherId, swappedId);
  const rows = fc.array(
    fc.record({ name: names, idNumber: ids, township: fc.constant('东风镇'), village: fc.constantFrom('红旗村', '一村', '') }),
    { maxLength: 6 },
  );

  /** Persons as sets of rows, whatever their numbers. */
  const persons = (of: Cases, left: (person: PersonCase) => boolean = () => true) =>
    Array.from({ length: of.personCount }, (_, number) => of.person(number))
      .filter(left)
      .map((person) => {
        const indexes = Object.entries(rowsOf(person)).map(([source, indexed]) => `${source}:${indexed}`);
        return `${indexes.join(' ')} ${person.basis} ${person.id} ${person.name} ${person.candidates.length}`;
      })
      .sort();
  const rowsOf = ({ rows: { roster, registration, death } }: PersonCase) => ({
    roster: roster.map((row) => row.index),
    registration: registration.map((row) => row.index),
    death: death.map((row) => row.index),
  });

  it('changes nothing for the others, and every row has one person', () => {
    const stranger = validId('330106', '19991231', 777);
    fc.assert(
      fc.property(rows, rows, rows, (roster, registration, dead) => {
        const texts = {
          'dibao-roster': roster,
          'poverty-registration': registration,
          'death-register': dead.map(({ name, idNumber }) => ({ name, idNumber })),
        };
        const before = cases(texts);
        const after = cases({ ...texts, 'dibao-roster': [...roster, { name: '欧阳无名', idNumber: stranger, village: '某村' }] });
        expect(persons(after, (person) => person.id !== stranger)).toEqual(persons(before));
        const all = Array.from({ length: before.personCount }, (_, number) => before.person(number).rows);
        const counted = all.reduce((sum, each) => sum + each.roster.length + each.registration.length + each.death.length, 0);
        expect(counted).toBe(roster.length + registration.length + dead.length);
      }),
    );
  });

  it('candidates are mutual, and a joined case has none', () => {
    fc.assert(
      fc.property(rows, rows, (roster, registration) => {
        const of = cases({ 'dibao-roster': roster, 'poverty-registration': registration });
        for (let number = 0; number < of.personCount; number += 1) {
          const person = of.person(number);
          if (person.basis !== 'same-id') expect(person.candidates).toEqual([]);
          for (const other of person.candidates) expect(of.person(other).candidates).toContain(number);
        }
      }),
    );
  });
});
