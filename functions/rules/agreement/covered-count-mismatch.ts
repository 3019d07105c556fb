import { householdRule } from '../rule.ts';
import { distinct, registerNames, registers, rowsIn } from './household-standing.ts';

export const coveredCountMismatch = householdRule({
  id: 'covered-count-mismatch',
  title: '保障人数不符',
  valueHeadings: ['填报人数', '实际人数'],
  clause: '五-2',
  severities: ['warning'],
  needs: [registers],
  restsOn: ['coveredCount'],
  periodic: true,
  only: { has: ['counts-differ'] },
  message: '{head}户在{source}中填写的保障人数为{expected}人，实际列有保障人员{actual}人，两者不符，请核实后更正。',

  // One person on two rows is one person; a household that states no number is not asked.
  find: (household, { cases }) =>
    registers.flatMap((register) => {
      const rows = rowsIn(household, register);
      const persons = new Set(rows.map((row) => cases.personOf(row))).size;
      const wrong = rows.filter(({ coveredCount }) => coveredCount !== undefined && coveredCount !== persons);
      if (wrong.length === 0) return [];
      return {
        expected: distinct(wrong, (row) => row.coveredCount).join('、'),
        actual: String(persons),
        at: [wrong[0]!],
        aspect: register,
        values: { source: registerNames[register] },
      };
    }),
});
