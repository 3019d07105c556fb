import { householdRule } from '../rule.ts';
import { rowsIn } from './household-standing.ts';

export const ledgerOnly = householdRule({
  id: 'ledger-only',
  title: '台账有、系统无',
  valueHeadings: ['台账', '系统'],
  clause: '五-2',
  severities: ['error'],
  needs: ['dibao-roster', 'assistance-system'],
  restsOn: ['startDate', 'endDate', 'status'],
  absence: { missingFrom: 'assistance-system', presentIn: 'dibao-roster' },
  periodic: true,
  only: { has: ['in-roster'], lacks: ['in-system'] },
  message: '{head}户在低保台账中在保，救助系统中未见该户在保，请核实后补录系统或更正台账。',

  // A household that the system has only as 特困, or only stopped, is not in the system.
  find: (household) => {
    const [row] = rowsIn(household, 'dibao-roster');
    if (row === undefined || rowsIn(household, 'assistance-system').length > 0) return [];
    return [{ expected: '有', actual: '无', at: [row] }];
  },
});
