import type { Source } from './source.ts';

/** 死亡 and 火化 records, one row a person. */
export const deathRegister = {
  id: 'death-register',
  name: '死亡火化名册',
  fields: {
    name: { kind: 'text', heading: '姓名', aliases: ['死者姓名'], requirement: 'required' },
    idNumber: {
      kind: 'id',
      heading: '身份证件号码',
      aliases: ['身份证号', '身份证号码', '公民身份号码', '证件号码'],
      requirement: 'required',
    },
    deathDate: {
      kind: 'day',
      heading: '去世日期',
      aliases: ['死亡日期', '死亡时间', '注销日期'],
      requirement: 'required',
    },
    cremationDate: { kind: 'day', heading: '火化时间', aliases: ['火化日期'], requirement: 'optional' },
  },
} as const satisfies Source;
