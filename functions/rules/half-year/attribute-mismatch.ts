import type { RegistrationHousehold } from '../../../schemas/case.ts';
import type { AnyRow, RegistrationRow } from '../../../schemas/sources/rows.ts';
import { type RuleRun, registrationHouseholdRule } from '../rule.ts';

interface Contradiction {
  readonly attribute: RegistrationRow['attribute'];
  readonly actual: string;
  /** Rows that speak against the attribute, if any do. */
  readonly against: readonly AnyRow[];
}

/** What each attribute says of the household's assistance, and where that does not hold. */
function contradictions({ persons }: RegistrationHousehold, { cases, anyDestituteRow }: RuleRun): readonly Contradiction[] {
  const members = persons.map((number) => cases.person(number));
  const dibao = members.flatMap((member) => member.dibao);
  const found: Contradiction[] = [];
  if (dibao.length === 0 && members.every(({ urban }) => urban.length === 0)) {
    found.push({ attribute: '低保贫困户', actual: '户内无人在保', against: [] });
  }
  if (dibao.length > 0) found.push({ attribute: '一般贫困户', actual: '户内有人享受农村低保', against: dibao });
  if (anyDestituteRow && members.every(({ destitute }) => destitute.length === 0)) {
    found.push({ attribute: '特困供养贫困户', actual: '户内无人特困供养', against: [] });
  }
  return found;
}

export const attributeMismatch = registrationHouseholdRule({
  id: 'attribute-mismatch',
  title: '贫困户属性不符',
  valueHeadings: ['登记属性', '救助情况'],
  clause: '九-2',
  severities: ['warning'],
  needs: ['dibao-roster', 'poverty-registration'],
  uses: ['destitute'],
  restsOn: ['attribute'],
  only: [
    { has: ['called-dibao'], lacks: ['dibao', 'urban'] },
    { has: ['called-ordinary', 'dibao'] },
    { has: ['called-destitute'], lacks: ['destitute'] },
  ],
  message: '{name}户建档立卡属性为{expected}，救助名册显示{actual}，属性不符，请与扶贫部门核实后更正。',

  // Rows of one household may contradict each other: each attribute that they name is held against the assistance.
  find: (household, run) => {
    const wrong = contradictions(household, run).filter(({ attribute }) =>
      household.rows.some((row) => row.attribute === attribute),
    );
    if (wrong.length === 0) return [];
    const stated = household.rows.filter((row) => wrong.some(({ attribute }) => attribute === row.attribute));
    return [
      {
        expected: wrong.map(({ attribute }) => attribute).join('、'),
        actual: wrong.map(({ actual }) => actual).join('、'),
        at: [...stated, ...wrong.flatMap(({ against }) => against)],
      },
    ];
  },
});
