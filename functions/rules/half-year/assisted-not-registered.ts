import { personRule } from '../rule.ts';
import { newlyAssisted } from './newly-assisted-not-registered.ts';

export const assistedNotRegistered = personRule({
  id: 'assisted-not-registered',
  title: '在保未建档',
  clause: '九-2',
  severities: ['list'],
  needs: ['dibao-roster', 'poverty-registration'],
  absence: { missingFrom: 'poverty-registration', presentIn: 'dibao-roster' },
  only: { has: ['dibao'], lacks: ['registered'] },
  message: '{name}享受农村低保，建档立卡名册中未见，列入清单供扶贫部门参考。',

  // Not every dibao household is registered as poor, so this is a list to hand over and nothing to answer.
  find: (person, { asOf }) =>
    person.dibao.length > 0 && person.registered.length === 0 && !newlyAssisted(person, asOf)
      ? [{ expected: '有', actual: '无', at: person.dibao }]
      : [],
});
