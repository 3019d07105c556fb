import type { Cases, PersonCase } from '../../../schemas/case.ts';
import type { RosterRow } from '../../../schemas/sources/rows.ts';
import { byCodePoints } from '../../../schemas/values/code-point-order.ts';
import { registrationHouseholdRule } from '../rule.ts';

/** Members who should be on dibao where one is: not 特困 people, not the dead, and not whom the roster names as 非保障对象. */
const counts = ({ destitute, dead, rows }: PersonCase) =>
  destitute.length === 0 && dead === undefined && !(rows.roster.length > 0 && rows.roster.every(({ covered }) => !covered));

/** A severely disabled member may be assisted as a household of one, apart from the family. */
function isSingle(row: RosterRow, cases: Cases): boolean {
  const { inRoster } = cases.household(cases.householdOf(row));
  return new Set(inRoster.map((each) => cases.personOf(each))).size === 1;
}

export const householdSplit = registrationHouseholdRule({
  id: 'household-split',
  title: '家庭成员未全部纳入',
  valueHeadings: ['建档立卡人数', '享受农村低保人数'],
  clause: '九-1',
  severities: ['warning', 'notice'],
  needs: ['dibao-roster', 'poverty-registration'],
  uses: ['destitute', 'death-register'],
  only: { has: ['dibao', 'part-without-dibao'] },
  message: '{name}户建档立卡{expected}，享受农村低保{actual}，未见纳入的成员：{missing}，请核实是否应整户纳入{single}。',

  find: ({ persons, rows }, { cases }) => {
    const members = persons.map((number) => cases.person(number)).filter(counts);
    const assisted = members.filter(({ dibao }) => dibao.length > 0);
    if (assisted.length === 0 || assisted.length === members.length) return [];
    const missing = new Set(members.filter(({ dibao }) => dibao.length === 0).map(({ number }) => number));
    const missingRows = rows.filter((row) => missing.has(cases.personOf(row)));
    const names = [...new Set(missingRows.map(({ name }) => name))].sort(byCodePoints);
    const dibao = assisted.flatMap((member) => member.dibao);
    const single = dibao.some((row) => isSingle(row, cases));
    return [
      {
        severity: single ? 'notice' : 'warning',
        expected: `${members.length}人`,
        actual: `${assisted.length}人`,
        at: [...missingRows, ...dibao],
        values: { missing: { kind: 'name', text: names.join('、') }, single: single ? '（疑似单人户）' : '' },
      },
    ];
  },
});
