import { idRequired, rowId } from '../row-person.ts';
import { rowRule } from '../rule.ts';

export const idMissing = rowRule({
  id: 'id-missing',
  title: '证件号缺失',
  clause: '',
  severities: ['warning'],
  needs: [],
  only: { has: ['id-missing'] },
  message: '{name}所在行未见证件号，无法可靠比对，请补录。',

  // Bank files may leave the id out, so there its absence says nothing.
  find: ({ row }) =>
    rowId(row)?.problem === 'missing' && idRequired(row.source) ? [{ expected: '有', actual: '无', at: [row] }] : [],
});
