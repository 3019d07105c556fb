import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TableTexts, validId } from '../../sample-data/builders.ts';
import { runOf } from '../../sample-data/findings-of.ts';
import type { Finding } from '../../schemas/finding.ts';
import { halfYearRules } from './index.ts';

const sourceIds = ['dibao-roster', 'assistance-system', 'poverty-registration', 'destitute-roster', 'death-register'] as const;
type Rows = { readonly [Id in (typeof sourceIds)[number]]: readonly object[] };

const names = ['张三', '王大伟', '王?伟', '闫小', '阎小'];
// Ids that differ by one character, that a spreadsheet cut, that are missing or nonsense: so that suspicions arise.
const base = validId(230123, 19600102, 101);
const oddIds = [`${base.slice(0, 16)}9${base.slice(17)}`, `${base.slice(0, 15)}000`, '', '12345'];

const person = fc.record({
  id: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 101, max: 106 }).map((at) => validId(230123, 19600102, at)) },
    fc.constantFrom(...oddIds),
  ),
  name: fc.constantFrom(...names),
  village: fc.constantFrom('红旗村', '光明村'),
  area: fc.constantFrom('农村', '城市'),
  programme: fc.constantFrom('农村低保', '特困'),
  status: fc.constantFrom('', '在保', '停保'),
  startDate: fc.constantFrom('', '2019-03', '2020-02'),
  povertyMark: fc.constantFrom('是', '否'),
  poverty: fc.constantFrom('未脱贫', '已脱贫', '边缘'),
  attribute: fc.constantFrom('一般贫困户', '低保贫困户', '特困供养贫困户'),
  in: fc.subarray([...sourceIds], { minLength: 1 }),
  file: fc.constantFrom('a.csv', 'b.csv'),
  household: fc.integer({ min: 1, max: 4 }),
});
type Drawn = typeof person extends fc.Arbitrary<infer Value> ? Value : never;
type Person = Omit<Drawn, 'village'> & { readonly village: string };

// One row a person and source: what the rules say of repeated rows does depend on which comes first.
const county = fc.uniqueArray(person, { maxLength: 12, selector: ({ id }) => id });

function rowsOf(people: readonly Person[], fileOf: (person: Person) => string): Rows {
  const rows = (source: (typeof sourceIds)[number], make: (person: Person) => object) =>
    people
      .filter((each) => each.in.includes(source))
      .map((each) => ({ ...make(each), idNumber: each.id, name: each.name, file: fileOf(each) }))
      .sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0));
  const assisted = ({ village, status, startDate, household, name }: Person) => ({
    ...{ village, status, startDate, householdId: `H${household}`, headName: name },
  });
  return {
    'dibao-roster': rows('dibao-roster', (each) => ({ ...assisted(each), area: each.area })),
    'assistance-system': rows('assistance-system', (each) => ({
      ...{ ...assisted(each), programme: each.programme, povertyMark: each.povertyMark },
    })),
    'poverty-registration': rows('poverty-registration', ({ village, poverty, attribute, household }) => ({
      ...{ village, status: poverty, attribute, householdId: `P${household}` },
    })),
    'destitute-roster': rows('destitute-roster', ({ village, status }) => ({ village, status })),
    'death-register': rows('death-register', () => ({})),
  };
}

const findingsOf = (rows: Rows): readonly Finding[] => {
  const run = runOf(halfYearRules, rows as TableTexts);
  return run.rules.flatMap(({ rule }) => [...run.ofRule(rule)]);
};

test('every finding is well formed, counted once, and has an id of its own', () => {
  fc.assert(
    fc.property(county, (people) => {
      const run = runOf(halfYearRules, rowsOf(people, ({ file }) => file) as TableTexts);
      const ids = new Set<string>();
      for (const { rule, total, bySeverity, byTownship } of run.rules) {
        const findings = [...run.ofRule(rule)];
        expect(findings.length).toBe(total);
        expect(Object.values(bySeverity).reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(byTownship.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        for (const { findingId } of findings) ids.add(findingId);
      }
      expect(ids.size).toBe(run.total);
    }),
    { numRuns: 150 },
  );
});

test('other file names and another split change nothing but where the values stand', () => {
  const without = (findings: readonly Finding[]) => findings.map(({ sources: _, ...finding }) => finding);
  // A household's place and head are those of its first row, so households are kept whole.
  const alone = county.map((people) => people.map((each, at) => ({ ...each, household: at })));
  fc.assert(
    fc.property(
      alone,
      fc.array(fc.constantFrom('a.csv', 'b.csv', 'c.csv'), { minLength: 12, maxLength: 12 }),
      (people, files) => {
        const renamed = findingsOf(rowsOf(people, (each) => files[people.findIndex(({ id }) => id === each.id)]!));
        expect(without(renamed)).toEqual(without(findingsOf(rowsOf(people, ({ file }) => file))));
      },
    ),
    { numRuns: 150 },
  );
});

test('a person who is nobody’s candidate changes only what is said of that person and household', () => {
  const stranger: Person = {
    ...{ id: validId(110101, 19900515, 777), name: '欧阳远', village: '远村', area: '农村', programme: '农村低保', status: '' },
    ...{
      startDate: '',
      povertyMark: '是',
      poverty: '未脱贫',
      attribute: '低保贫困户',
      in: [...sourceIds],
      file: 'a.csv',
      household: 99,
    },
  };
  // The mark of 农村低保 would otherwise let the rule run that an unmarked programme silences.
  const marked: Person = { ...stranger, id: validId(110101, 19800515, 776), name: '司徒近', village: '近村', household: 98 };
  fc.assert(
    fc.property(county, (people) => {
      const before = findingsOf(rowsOf([...people, marked], ({ file }) => file));
      const after = findingsOf(rowsOf([...people, marked, stranger], ({ file }) => file));
      const others = after.filter(({ idNumber, householdId }) => idNumber !== stranger.id && !/99$/.test(householdId));
      const strip = ({ sources: _, ...finding }: Finding) => finding;
      expect(others.map(strip)).toEqual(before.map(strip));
    }),
    { numRuns: 100 },
  );
});
