import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TableTexts, tablesOf, validId } from '../../sample-data/builders.ts';
import type { PersonCase } from '../../schemas/case.ts';
import { type PersonSign, personBits, personSigns } from '../../schemas/signs.ts';
import type { Day } from '../../schemas/values/day.ts';
import { buildCases } from './build-cases.ts';

const asOf = 20200630 as Day;
const ids = [1, 2, 3].map((sequence) => validId('230123', '19520101', sequence));
const idNumber = ids[0]!;

function signsOf(texts: TableTexts): readonly { readonly person: PersonCase; readonly signs: readonly PersonSign[] }[] {
  const cases = buildCases(tablesOf(texts, { asOf }), { asOf, profile: { places: {} } });
  return Array.from({ length: cases.personCount }, (_, number) => {
    const bits = cases.signsOfPerson(number);
    return { person: cases.person(number), signs: personSigns.filter((sign) => (bits & personBits[sign]) !== 0) };
  });
}

const only = (texts: TableTexts): readonly PersonSign[] => signsOf(texts)[0]!.signs;

const sets = ['dibao', 'urban', 'registered', 'system', 'destitute'] as const;
const assistance = {
  idNumber: fc.constantFrom(...ids),
  status: fc.constantFrom('', '停保'),
  startDate: fc.constantFrom('', '2020-08'),
  endDate: fc.constantFrom('', '2020-06', '2020-09'),
};
const covered = fc.constantFrom('是', '否');
const county = fc.record({
  'dibao-roster': fc.array(fc.record({ ...assistance, covered, area: fc.constantFrom('农村', '城市') }), { maxLength: 4 }),
  'assistance-system': fc.array(fc.record({ ...assistance, covered, programme: fc.constantFrom('农村低保', '特困') }), {
    maxLength: 4,
  }),
  'poverty-registration': fc.array(fc.record({ idNumber: assistance.idNumber, status: fc.constantFrom('边缘', '已脱贫') }), {
    maxLength: 3,
  }),
  'destitute-roster': fc.array(fc.record(assistance), { maxLength: 2 }),
  'death-register': fc.array(
    fc.record({ idNumber: assistance.idNumber, deathDate: fc.constantFrom('2020-05-12', '2020-08-01') }),
    { maxLength: 2 },
  ),
});

test('a set of a case has rows exactly where its sign says so', () => {
  fc.assert(
    fc.property(county, (texts) => {
      for (const { person, signs } of signsOf(texts as TableTexts)) {
        const { rows, dead } = person;
        expect(signs.filter((sign) => sets.some((set) => set === sign))).toEqual(sets.filter((set) => person[set].length > 0));
        expect(signs.includes('dead')).toBe(rows.death.some(({ deathDate }) => deathDate! <= asOf));
        expect(dead?.index).toBe(rows.death.find(({ deathDate }) => deathDate! <= asOf)?.index);
        const inRoster = rows.roster.filter((row) => row.covered && row.area === '农村').map(({ index }) => index);
        expect(inRoster).toEqual(expect.arrayContaining(person.dibao.map(({ index }) => index)));
        const assisted = person.dibao.length + person.urban.length + person.destitute.length;
        expect(signs.includes('assisted-twice')).toBe(assisted > 1);
      }
    }),
    { numRuns: 200 },
  );
});

test('words behind a name are remarked although the row that first has the name is stopped', () => {
  const name = '张三（已故）';
  expect(only({ 'dibao-roster': [{ idNumber, name, status: '停保' }], 'assistance-system': [{ idNumber, name }] })).toContain(
    'remarked',
  );
  expect(only({ 'dibao-roster': [{ idNumber, remark: '已故', status: '停保' }] })).not.toContain('remarked');
  expect(only({ 'dibao-roster': [{ idNumber, remark: '已故' }] })).toContain('remarked');
});

test('places in other words are one; a blank village is another unless all is written alike', () => {
  const places = (roster: object, registration: object) =>
    only({ 'dibao-roster': [{ idNumber, ...roster }], 'poverty-registration': [{ idNumber, ...registration }] });
  expect(places({ village: '红旗村委会' }, { village: '红旗村' })).not.toContain('several-places');
  expect(places({ village: '' }, { village: '' })).not.toContain('several-places');
  expect(places({ village: '' }, { village: '红旗村' })).toContain('several-places');
  expect(places({ village: '光明村' }, { village: '红旗村' })).toContain('several-places');
  expect(places({ village: '光明村', status: '停保' }, { village: '红旗村' })).not.toContain('several-places');
});

test('names, repeats and ids', () => {
  const rows = (...roster: object[]) => only({ 'dibao-roster': roster.map((row) => ({ idNumber, ...row })) });
  expect(rows({}, {})).toEqual(['dibao', 'assisted-twice', 'repeated']);
  expect(rows({}, { name: '李四', status: '停保' })).toEqual(['dibao', 'several-names', 'repeated']);
  expect(rows({ idNumber: '' })).toEqual(['dibao', 'id-missing']);
  expect(rows({ idNumber: '12345' })).toEqual(['dibao', 'id-faulty']);
});
