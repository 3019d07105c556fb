import type { Source } from './source.ts';

/** 财政供养, 车辆, 房产, 工商, 养老金 and the like: who has what, one row a person. */
export const exclusionRegister = {
  id: 'exclusion-register',
  name: '排除信息名册',
  fields: {
    kind: { kind: 'text', heading: '类别', aliases: [], requirement: 'required', fallback: ['file'] },
    name: { kind: 'text', heading: '姓名', aliases: [], requirement: 'required' },
    idNumber: { kind: 'id', heading: '身份证号', aliases: ['身份证号码', '公民身份号码', '证件号码'], requirement: 'required' },
    detail: { kind: 'text', heading: '详情', aliases: [], requirement: 'optional' },
    since: { kind: 'day', heading: '起始日期', aliases: [], requirement: 'optional' },
  },
} as const satisfies Source;
