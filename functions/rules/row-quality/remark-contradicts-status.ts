import type { RosterRow } from '../../../schemas/sources/rows.ts';
import { nameTail } from '../../../schemas/values/person-name.ts';
import { normaliseKey } from '../../../schemas/values/text.ts';
import { type RowSubject, rowRule } from '../rule.ts';

const words = ['已故', '死亡', '去世', '停保', '停发', '退保', '迁出'];

/** An active covered row of roster or system; other sources have neither remark nor status. */
function assistedRow({ row, person }: RowSubject): Pick<RosterRow, 'remark' | 'name'> | undefined {
  if (person === undefined || (row.source !== 'dibao-roster' && row.source !== 'assistance-system')) return undefined;
  const assisted = row.source === 'dibao-roster' ? [...person.dibao, ...person.urban] : person.system;
  return assisted.find(({ index }) => index === row.index);
}

export const remarkContradictsStatus = rowRule({
  id: 'remark-contradicts-status',
  title: '备注与状态矛盾',
  clause: '',
  severities: ['notice'],
  needs: [],
  restsOn: ['remark', 'status'],
  message: '{name}在保，而备注或姓名中写有“{actual}”，与状态不符，请核实后更正状态或备注。',

  // Offices note an exit beside the person and forget the status column, or the other way round.
  find: (subject) => {
    const row = assistedRow(subject);
    if (row === undefined) return [];
    const said = `${normaliseKey(row.remark)} ${nameTail(row.name)}`;
    const found = words.filter((word) => said.includes(word));
    return found.length === 0 ? [] : [{ expected: '在保', actual: found.join('、'), at: [subject.row] }];
  },
});
