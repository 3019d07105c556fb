import type { Source } from './source.ts';

/** Other benefits, one row a person, benefit and period. */
export const benefitRoster = {
  id: 'benefit-roster',
  name: '其他救助补贴名册',
  fields: {
    benefit: {
      kind: 'choice',
      heading: '补贴项目',
      aliases: [],
      requirement: 'required',
      words: {
        医疗救助: [],
        燃煤补贴: [],
        高龄津贴: [],
        困难残疾人生活补贴: [],
        重度残疾人护理补贴: [],
        资助参保: [],
        殡葬减免: [],
      },
    },
    name: { kind: 'text', heading: '姓名', aliases: [], requirement: 'required' },
    idNumber: { kind: 'id', heading: '身份证号', aliases: ['身份证号码', '公民身份号码', '证件号码'], requirement: 'required' },
    period: { kind: 'text', heading: '发放年月', aliases: ['发放期'], requirement: 'optional' },
    amount: { kind: 'money', heading: '金额', aliases: ['救助金额', '补贴金额', '发放金额'], requirement: 'required' },
    premium: { kind: 'money', heading: '个人缴费标准', aliases: [], requirement: 'optional' },
    outOfPocket: { kind: 'money', heading: '合规自负费用', aliases: [], requirement: 'optional' },
  },
} as const satisfies Source;
