import { householdRule } from '../rule.ts';
import { regularRows, rowsIn } from './household-standing.ts';

export const listUnfoundedHousehold = householdRule({
  id: 'list-unfounded-household',
  title: '名册有、系统不在保',
  valueHeadings: ['系统', '名册'],
  clause: '五-2、三-1',
  severities: ['error'],
  needs: ['assistance-system', 'payment-list'],
  restsOn: ['kind', 'amount'],
  absence: { missingFrom: 'assistance-system', presentIn: 'payment-list' },
  periodic: true,
  only: { has: ['on-list'], lacks: ['in-system'] },
  message: '{head}户列在本期发放名册中，救助系统中未见该户在保，请核实是否应当发放。',

  find: (household) => {
    const [row] = regularRows(household);
    if (row === undefined || rowsIn(household, 'assistance-system').length > 0) return [];
    return [{ expected: '无', actual: '有', at: [row] }];
  },
});
