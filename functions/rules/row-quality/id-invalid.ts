import type { IdProblem } from '../../../schemas/values/resident-id.ts';
import { rowId } from '../row-person.ts';
import { rowRule } from '../rule.ts';

const problems: Readonly<Record<Exclude<IdProblem, 'none' | 'missing'>, string>> = {
  format: '格式不符',
  'precision-lost': '末几位疑似被表格改写',
  'birth-date': '出生日期不符',
  'check-digit': '校验码不符',
};

export const idInvalid = rowRule({
  id: 'id-invalid',
  title: '证件号无效',
  clause: '',
  severities: ['warning'],
  needs: [],
  only: { has: ['id-faulty'] },
  message: '{name}的证件号{id}疑似有误：{actual}，请核对身份证件后更正。',

  find: ({ row }) => {
    const problem = rowId(row)?.problem ?? 'none';
    if (problem === 'none' || problem === 'missing') return [];
    return [{ expected: '有效证件号', actual: problems[problem], at: [row] }];
  },
});
