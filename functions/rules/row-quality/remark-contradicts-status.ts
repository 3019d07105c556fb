import type { AnyRow, RosterRow, SystemRow } from '../../../schemas/sources/rows.ts';
import { activeOn } from '../../../schemas/values/active.ts';
import { nameTail } from '../../../schemas/values/person-name.ts';
import { normaliseKey } from '../../../schemas/values/text.ts';
import { rowRule } from '../rule.ts';

const words = ['已故', '死亡', '去世', '停保', '停发', '退保', '迁出'];

type AssistedRow = RosterRow | SystemRow;

/** Only these have a remark and a status that could contradict it. */
const hasStatus = (row: AnyRow): row is AssistedRow => row.source === 'dibao-roster' || row.source === 'assistance-system';

export const remarkContradictsStatus = rowRule({
  id: 'remark-contradicts-status',
  title: '备注与状态矛盾',
  clause: '',
  severities: ['notice'],
  needs: [],
  restsOn: ['remark', 'status'],
  only: { has: ['remarked'] },
  message: '{name}在保，而备注或姓名中写有“{actual}”，与状态不符，请核实后更正状态或备注。',

  // Offices note an exit beside the person and forget the status column, or the other way round.
  find: ({ row }, { asOf }) => {
    if (!hasStatus(row)) return [];
    const said = `${normaliseKey(row.remark)} ${nameTail(row.name)}`;
    const found = words.filter((word) => said.includes(word));
    if (found.length === 0 || !row.covered || !activeOn(row, asOf)) return [];
    return [{ expected: '在保', actual: found.join('、'), at: [row] }];
  },
});
