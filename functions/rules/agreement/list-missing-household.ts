import { householdRule } from '../rule.ts';
import { regularRows, rowsIn } from './household-standing.ts';

export const listMissingHousehold = householdRule({
  id: 'list-missing-household',
  title: '在保未列入发放名册',
  valueHeadings: ['系统', '名册'],
  clause: '五-2、三-1',
  severities: ['error'],
  needs: ['assistance-system', 'payment-list'],
  restsOn: ['startDate', 'endDate', 'status'],
  absence: { missingFrom: 'payment-list', presentIn: 'assistance-system' },
  periodic: true,
  only: { has: ['in-system'], lacks: ['on-list'] },
  message: '{head}户在救助系统中在保，本期发放名册中未见该户的正常发放，请核实后补入名册。',

  // 三-1: the list is made from the system. A household with nothing but 补发 or 扣减 rows is not on it.
  find: (household) => {
    const [row] = rowsIn(household, 'assistance-system');
    if (row === undefined || regularRows(household).length > 0) return [];
    return [{ expected: '有', actual: '无', at: [row] }];
  },
});
