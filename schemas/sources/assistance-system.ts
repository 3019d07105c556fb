import { dibaoRoster } from './dibao-roster.ts';
import type { Source } from './source.ts';

// 审批日期 is a step of the application here, so it is no start date as it is in the county's book.
const { startDate, ...rosterFields } = dibaoRoster.fields;

/** 黑龙江省社会救助信息系统 export, one row a person. Its real layout is not public: a county adds headings in its profile. */
export const assistanceSystem = {
  id: 'assistance-system',
  name: '救助系统数据',
  fields: {
    ...rosterFields,
    area: {
      kind: 'choice',
      heading: '城乡类别',
      aliases: [],
      requirement: 'optional',
      words: { 城市: [], 农村: [] },
      derived: { from: 'programme', words: { 城市低保: '城市', 农村低保: '农村' } },
    },
    programme: {
      kind: 'choice',
      heading: '救助类型',
      aliases: ['业务类型', '救助对象类别'],
      requirement: 'required',
      words: { 城市低保: [], 农村低保: [], 特困: ['特困供养', '农村特困', '城市特困', '五保'] },
    },
    startDate: {
      ...startDate,
      aliases: ['享受时间', '批准时间', '纳入时间', '纳入日期', '享受起始日期', '最初享受月份'],
    },
    povertyMark: {
      kind: 'yes',
      heading: '建档立卡标识',
      aliases: ['是否建档立卡', '建档立卡', '是否贫困户'],
      requirement: 'column',
      decides: true,
    },
    acceptedOn: { kind: 'day', heading: '受理日期', aliases: [], requirement: 'optional' },
    economyCheckedOn: { kind: 'day', heading: '经济状况核对日期', aliases: ['核对完成日期'], requirement: 'optional' },
    appraisedOn: { kind: 'day', heading: '民主评议日期', aliases: [], requirement: 'optional' },
    publicisedFrom: { kind: 'day', heading: '公示开始日期', aliases: [], requirement: 'optional' },
    publicisedTo: { kind: 'day', heading: '公示结束日期', aliases: [], requirement: 'optional' },
    decidedOn: { kind: 'day', heading: '审批日期', aliases: ['县级审批日期'], requirement: 'optional' },
    notifiedOn: { kind: 'day', heading: '告知日期', aliases: [], requirement: 'optional' },
    decision: {
      kind: 'choice',
      heading: '审批结果',
      aliases: [],
      requirement: 'optional',
      words: { 同意: [], 不同意: [] },
    },
    homeVisited: { kind: 'yes', heading: '是否入户', aliases: [], requirement: 'optional' },
    countyVisited: { kind: 'yes', heading: '是否县级抽查', aliases: [], requirement: 'optional' },
    economyChecked: { kind: 'yes', heading: '是否核对', aliases: [], requirement: 'optional' },
  },
} as const satisfies Source;
