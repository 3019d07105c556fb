import { gapRule } from '../rule.ts';

export const sourceGap = gapRule({
  id: 'source-gap',
  title: '来源缺区域',
  valueHeadings: ['城乡区域', '另一来源户数'],
  clause: '',
  severities: ['warning'],
  needs: [],
  message: '{name}中未见{area}的任何一行，而{other}在该处有{actual}户，疑似漏报，请补报后重新比对；该处未报告缺失类疑点。',

  // A whole area or township without a row is a list that was sent in part, not that many absent people.
  find: ({ area, township, otherName, households }) => [
    {
      expected: area,
      actual: String(households),
      at: [],
      values: { area: area === '' ? township : `${area}地区`, other: otherName },
    },
  ],
});
