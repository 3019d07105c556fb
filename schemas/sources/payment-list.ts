import { dibaoRoster } from './dibao-roster.ts';
import type { Source } from './source.ts';

const roster = dibaoRoster.fields;

/** 发放名册, one row a household and kind of payment. The person of a row is the head. */
export const paymentList = {
  id: 'payment-list',
  name: '发放名册',
  fields: {
    township: { kind: 'text', heading: '属地', aliases: ['地区', '乡镇'], requirement: 'required' },
    village: { kind: 'text', heading: '村', aliases: ['村(社区)'], requirement: 'optional' },
    householdId: roster.householdId,
    certificateNumber: { ...roster.certificateNumber, beside: { heading: '证件号码', field: 'headId' } },
    headName: { kind: 'text', heading: '姓名', aliases: ['户主姓名'], requirement: 'required' },
    headId: { kind: 'id', heading: '身份证号', aliases: ['户主身份证号', '身份证号码'], requirement: 'required' },
    payeeName: { kind: 'text', heading: '领取人', aliases: ['代领人'], requirement: 'optional' },
    area: {
      kind: 'choice',
      heading: '资金类别',
      aliases: ['救助对象类别', '城乡类别', '低保类型'],
      requirement: 'required',
      words: roster.area.words,
      fallback: ['title', 'file'],
    },
    coveredCount: { kind: 'count', heading: '保障人数', aliases: ['保障人口数'], requirement: 'optional' },
    monthlyAmount: { kind: 'money', heading: '月保障金额', aliases: ['月金额'], requirement: 'optional' },
    months: { kind: 'count', heading: '发放月数', aliases: ['月数'], requirement: 'optional' },
    // Below zero where the row is a 扣减, however the file signs it.
    amount: {
      kind: 'money',
      heading: '发放合计',
      // Beside one of the other columns, the last two mean another sum, so they are taken last.
      aliases: ['本期应发金额', '应发金额', '发放金额', '本季金额', '合计', '实发金额'],
      requirement: 'required',
    },
    baseAmount: { kind: 'money', heading: '保障金', aliases: ['保障金额'], requirement: 'optional' },
    categoryAmount: { kind: 'money', heading: '分类施保金', aliases: ['分类施保金额'], requirement: 'optional' },
    otherAmount: {
      kind: 'money',
      heading: '其他补贴',
      aliases: ['其他专项补贴金', '物价补贴', '价格临时补贴', '取暖补贴'],
      requirement: 'optional',
    },
    kind: {
      kind: 'choice',
      heading: '发放类别',
      aliases: ['类别'],
      requirement: 'optional',
      words: { 正常: [], 补发: [], 扣减: [] },
      blank: '正常',
      decides: true,
    },
    bankName: roster.bankName,
    accountName: {
      kind: 'text',
      heading: '账户名称',
      aliases: ['户名', '开户人', '银行账户名称', '一卡通户名'],
      requirement: 'column',
    },
    account: {
      kind: 'account',
      heading: '账号',
      aliases: ['银行账号', '帐号', '银行帐号', '卡号', '银行卡号', '开户行账号', '存折号', '一卡通账号'],
      requirement: 'column',
    },
  },
} as const satisfies Source;
