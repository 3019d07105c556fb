import { dibaoRoster } from './dibao-roster.ts';
import type { Source } from './source.ts';

const roster = dibaoRoster.fields;

/** 特困人员, one row a person. Its 照料人 and 监护人 are other people and never read. */
export const destituteRoster = {
  id: 'destitute-roster',
  name: '特困名册',
  fields: {
    township: roster.township,
    village: { ...roster.village, requirement: 'required' },
    name: { kind: 'text', heading: '姓名', aliases: ['特困人员姓名'], requirement: 'required' },
    idNumber: {
      kind: 'id',
      heading: '身份证号',
      aliases: ['身份证号码', '公民身份号码', '证件号码', '证件号', '身份证件号码'],
      requirement: 'required',
    },
    supportMode: {
      kind: 'choice',
      heading: '供养方式',
      aliases: ['特困供养方式'],
      requirement: 'optional',
      words: { 集中: ['集中供养'], 分散: ['分散供养'] },
    },
    area: { ...roster.area, aliases: ['保障类别'], requirement: 'optional' },
    startDate: roster.startDate,
    endDate: roster.endDate,
    status: roster.status,
  },
} as const satisfies Source;
