import type { Reject } from '../../../schemas/reject.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import type { TableLayout } from '../workbook/table-sheet.ts';
import { tabPlaces } from './rule-sheets.ts';

const kindWords = { row: '整行退回', value: '该值未采用' } as const;

/** 退回行: rows that were not accepted and values that were not taken, with where they stand and why. */
export const rejectLayout: TableLayout<Reject> = {
  title: '退回行',
  note: '整行退回的未参加比对，请报送单位改正后重报；该值未采用的，该行仍参加比对，该值按空白处理。',
  place: tabPlaces.rejects,
  columns: [
    { heading: '序号', width: 8, fit: [5, 10], style: 'ordinal', value: (_, ordinal) => ordinal },
    { heading: '类别', width: 12, style: 'centered', value: ({ kind }) => kindWords[kind] },
    { heading: '来源', width: 16, fit: [12, 20], style: 'text', value: ({ address }) => sources[address.source].name },
    { heading: '文件', width: 40, fit: [20, 56], style: 'text', value: ({ address }) => address.file },
    { heading: '工作表', width: 16, fit: [8, 24], style: 'text', value: ({ address }) => address.sheet },
    { heading: '行号', width: 9, style: 'whole', value: ({ address }) => address.row },
    { heading: '列', width: 20, fit: [10, 32], style: 'text', value: ({ column }) => column },
    { heading: '原值', width: 28, fit: [12, 36], style: 'actual', value: ({ value }) => value },
    { heading: '原因', width: 50, fit: [50, 80], share: 1, style: 'long', value: ({ reason }) => reason },
  ],
};
