import type { Source } from './source.ts';

/** 银行代发回盘, one row a transfer. */
export const bankPayout = {
  id: 'bank-payout',
  name: '银行回盘',
  fields: {
    batch: { kind: 'text', heading: '批次号', aliases: ['流水号'], requirement: 'optional' },
    sequence: { kind: 'text', heading: '序号', aliases: ['编号', '顺序号'], requirement: 'optional' },
    accountName: {
      kind: 'text',
      heading: '户名',
      aliases: ['姓名', '账户名', '收款人', '收款户名', '客户姓名', '姓名(不超过60个字节)'],
      requirement: 'required',
    },
    account: {
      kind: 'account',
      heading: '账号',
      aliases: ['卡号', '帐号', '银行账号', '收款账号'],
      requirement: 'column',
    },
    idNumber: { kind: 'id', heading: '身份证号', aliases: ['证件号码'], requirement: 'optional' },
    requestedAmount: {
      kind: 'money',
      heading: '金额',
      aliases: ['应处理金额', '代发金额', '应发金额', '应处理金额(必须小于1亿)'],
      requirement: 'required',
    },
    paidAmount: { kind: 'money', heading: '实处理金额', aliases: ['实发金额', '成功金额'], requirement: 'optional' },
    paidOn: {
      kind: 'day',
      heading: '交易日期',
      aliases: ['入账日期', '代发日期', '发放日期'],
      requirement: 'required',
      fallback: ['title', 'file'],
      fallbackForBlank: true,
    },
    result: {
      kind: 'choice',
      heading: '处理标志',
      aliases: ['状态', '交易结果', '处理结果', '交易状态', '入账状态'],
      requirement: 'required',
      words: {
        成功: ['全部成功', '处理成功', '已入账', '入账成功', '已发放', '交易成功'],
        失败: ['未成功', '交易失败', '处理失败'],
        退回: ['退票', '已退回'],
        处理中: ['待处理'],
      },
    },
    reason: { kind: 'text', heading: '失败原因', aliases: ['返回信息', '错误信息', '原因'], requirement: 'optional' },
    remark: { kind: 'text', heading: '摘要', aliases: ['备注', '用途', '备注(不超过12个字节)'], requirement: 'optional' },
  },
} as const satisfies Source;
