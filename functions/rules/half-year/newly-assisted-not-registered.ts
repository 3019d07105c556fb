import type { PersonCase } from '../../../schemas/case.ts';
import { type Day, yearOf } from '../../../schemas/values/day.ts';
import { personRule } from '../rule.ts';

/** The first day of rural dibao that the roster names lies in the year of the comparison. */
export function newlyAssisted({ dibao }: PersonCase, asOf: Day): boolean {
  let first: Day | undefined;
  for (const { startDate } of dibao) {
    if (startDate !== undefined && (first === undefined || startDate < first)) first = startDate;
  }
  return first !== undefined && yearOf(first) === yearOf(asOf);
}

export const newlyAssistedNotRegistered = personRule({
  id: 'newly-assisted-not-registered',
  title: '本年新增在保未建档',
  clause: '九-2',
  severities: ['notice'],
  needs: ['dibao-roster', 'poverty-registration'],
  absence: { missingFrom: 'poverty-registration', presentIn: 'dibao-roster' },
  restsOn: ['startDate'],
  only: { has: ['dibao'], lacks: ['registered'] },
  message: '{name}为本年新增农村低保对象，建档立卡名册中未见，请将名单提供扶贫部门核实是否符合建档条件。',

  // The yearly list that the dibao centre owes the poverty bureau; longer assisted people are the next rule's.
  find: (person, { asOf }) =>
    person.dibao.length > 0 && person.registered.length === 0 && newlyAssisted(person, asOf)
      ? [{ expected: '有', actual: '无', at: person.dibao }]
      : [],
});
