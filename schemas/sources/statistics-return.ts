import type { Source } from './source.ts';

/** 社会服务业统计信息管理系统, one row a month and area. */
export const statisticsReturn = {
  id: 'statistics-return',
  name: '统计月报',
  fields: {
    month: { kind: 'month', heading: '统计月份', aliases: ['报告期', '年月'], requirement: 'required' },
    area: {
      kind: 'choice',
      heading: '类别',
      aliases: ['城乡类别'],
      requirement: 'required',
      words: { 城市: ['城市低保', '城镇'], 农村: ['农村低保'] },
    },
    households: { kind: 'count', heading: '户数', aliases: [], requirement: 'required' },
    persons: { kind: 'count', heading: '人数', aliases: [], requirement: 'required' },
    amount: { kind: 'money', heading: '当月支出', aliases: ['支出金额', '发放金额'], requirement: 'required' },
    enteredOn: { kind: 'day', heading: '录入日期', aliases: [], requirement: 'optional' },
  },
} as const satisfies Source;
