import { householdRule } from '../rule.ts';
import { rowsIn } from './household-standing.ts';

export const systemOnly = householdRule({
  id: 'system-only',
  title: '系统有、台账无',
  valueHeadings: ['系统', '台账'],
  clause: '五-2',
  severities: ['error'],
  needs: ['dibao-roster', 'assistance-system'],
  restsOn: ['startDate', 'endDate', 'status'],
  absence: { missingFrom: 'dibao-roster', presentIn: 'assistance-system' },
  periodic: true,
  only: { has: ['in-system'], lacks: ['in-roster'] },
  message: '{head}户在救助系统中在保，低保台账中未见该户在保，请核实后补登台账或办理系统停保。',

  find: (household) => {
    const [row] = rowsIn(household, 'assistance-system');
    if (row === undefined || rowsIn(household, 'dibao-roster').length > 0) return [];
    return [{ expected: '有', actual: '无', at: [row] }];
  },
});
