import { householdRule } from '../rule.ts';
import { distinct, rowsIn } from './household-standing.ts';

export const ledgerMembersMismatch = householdRule({
  id: 'ledger-members-mismatch',
  title: '台账与系统人员不符',
  valueHeadings: ['仅系统有', '仅台账有'],
  clause: '五-2',
  severities: ['warning'],
  needs: ['dibao-roster', 'assistance-system'],
  personalValues: 'name',
  periodic: true,
  only: { has: ['in-roster', 'in-system', 'members-differ'] },
  message: '{head}户的保障人员在台账与系统中不符：{differences}，请核实家庭成员后更正。',

  // Persons are compared as cases, so a name or an id that is written in two ways is no difference.
  find: (household, { cases }) => {
    const system = rowsIn(household, 'assistance-system');
    const roster = rowsIn(household, 'dibao-roster');
    if (system.length === 0 || roster.length === 0) return [];
    const inSystem = new Set(system.map((row) => cases.personOf(row)));
    const inRoster = new Set(roster.map((row) => cases.personOf(row)));
    const onlySystem = system.filter((row) => !inRoster.has(cases.personOf(row)));
    const onlyRoster = roster.filter((row) => !inSystem.has(cases.personOf(row)));
    if (onlySystem.length === 0 && onlyRoster.length === 0) return [];
    const names = (rows: readonly { readonly name: string }[]) => distinct(rows, (row) => row.name).join('、');
    const part = (where: string, rows: readonly { readonly name: string }[]) =>
      rows.length === 0 ? [] : [where, { kind: 'name', text: names(rows) } as const];
    const between = onlySystem.length > 0 && onlyRoster.length > 0 ? ['，'] : [];
    return [
      {
        expected: names(onlySystem),
        actual: names(onlyRoster),
        at: [...onlySystem, ...onlyRoster],
        values: { differences: [...part('仅系统有', onlySystem), ...between, ...part('仅台账有', onlyRoster)] },
      },
    ];
  },
});
