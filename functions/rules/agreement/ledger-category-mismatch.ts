import { householdRule } from '../rule.ts';
import { distinct, type RegisterRow, rowsIn, sameSet } from './household-standing.ts';

const categories = (rows: readonly RegisterRow[]) => distinct(rows, (row) => row.category && `${row.category}类`);
const areas = (rows: readonly RegisterRow[]) => distinct(rows, (row) => row.area);

export const ledgerCategoryMismatch = householdRule({
  id: 'ledger-category-mismatch',
  title: '台账与系统类别不符',
  valueHeadings: ['系统', '台账'],
  clause: '五-2',
  severities: ['warning'],
  needs: ['dibao-roster', 'assistance-system'],
  restsOn: ['area', 'category'],
  periodic: true,
  only: { has: ['in-roster', 'in-system', 'categories-differ'] },
  message: '{head}户系统类别为{expected}，台账为{actual}，类别不符，请核实后更正。',

  // 城乡 is always known; A/B/C is compared only where both books give it.
  find: (household) => {
    const system = rowsIn(household, 'assistance-system');
    const roster = rowsIn(household, 'dibao-roster');
    if (system.length === 0 || roster.length === 0) return [];
    const areaDiffers = !sameSet(areas(system), areas(roster));
    const bothHaveCategory = categories(system).length > 0 && categories(roster).length > 0;
    const categoryDiffers = bothHaveCategory && !sameSet(categories(system), categories(roster));
    if (!areaDiffers && !categoryDiffers) return [];
    const words = (rows: readonly RegisterRow[]) =>
      [...(areaDiffers ? areas(rows).toSorted() : []), ...(categoryDiffers ? categories(rows).toSorted() : [])].join('、');
    return [{ expected: words(system), actual: words(roster), at: [system[0]!, roster[0]!] }];
  },
});
