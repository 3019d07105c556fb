import { normaliseKey } from '../values/text.ts';
import type { BankRow } from './rows.ts';

/** Why a payment failed, as far as a clerk must act differently; `other` for words that nobody has classed yet. */
export const failureClasses = [
  'name-mismatch',
  'no-account',
  'bad-account',
  'closed',
  'lost',
  'frozen',
  'dormant',
  'limit',
  'id-mismatch',
  'duplicate',
  'bank-system',
  'returned',
  'pending',
  'other',
] as const;

export type FailureClass = (typeof failureClasses)[number];

/** The class in a clerk's words. */
export const failureLabels: Readonly<Record<FailureClass, string>> = {
  'name-mismatch': '户名不符',
  'no-account': '无此账户',
  'bad-account': '账号有误',
  closed: '已销户',
  lost: '已挂失',
  frozen: '账户冻结或止付',
  dormant: '长期不动户',
  limit: '账户类型或限额受限',
  'id-mismatch': '证件不符',
  duplicate: '重复业务',
  'bank-system': '银行系统原因',
  returned: '退回',
  pending: '处理中',
  other: '其他原因',
};

/** Words of banks. A reason belongs to the class of the longest word that it holds: 证件号户名不符 is more than 户名不符. */
const words: Readonly<Partial<Record<FailureClass, readonly string[]>>> = {
  'name-mismatch': ['账号户名不符', '账户户名不符', '户名不符', '户名错', '姓名不符', '户名不一致', '姓名不一致', '账号与户名'],
  'no-account': ['无此账户', '无此账号', '无此户', '账户不存在', '账号不存在', '卡号不存在', '查无此户', '查无账号'],
  'bad-account': [
    '账号错误',
    '账号有误',
    '账号格式',
    '无效卡号',
    '无效账号',
    '卡号错误',
    '卡号有误',
    '存折号码有误',
    '过期卡',
    '磁卡未生效',
    '账户状态错误',
    '账户状态不正常',
    '卡号所属银行与发卡行不一致',
  ],
  closed: ['已清户', '已销户', '已关户', '销户', '关户', '清户', '注销'],
  lost: ['已挂失', '挂失'],
  frozen: ['冻结', '临时锁定', '锁定', '止付', '只付不收', '中止服务'],
  dormant: ['长期不动户', '不动户', '睡眠户', '久悬'],
  limit: [
    '限额',
    '二类户',
    '三类户',
    '二三类户',
    '非个人活期结算户',
    '非存折户',
    '未与银行签约',
    '未签约',
    '账户类型不符',
    '账户性质不符',
  ],
  'id-mismatch': [
    '证件类型和证件号错误',
    '证件号不符',
    '证件号错误',
    '证件不符',
    '身份证号不符',
    '身份证不存在',
    '身份证不符',
    '证件号户名不符',
  ],
  duplicate: ['重复业务', '重复记录', '重复提交', '重复代发'],
  'bank-system': ['系统忙', '通讯失败', '通信失败', '系统异常', '系统错误', '超时', '网络故障'],
  returned: ['退票', '退回', '退汇'],
  pending: ['处理中', '待处理'],
};

const classOfWord = Object.entries(words)
  .flatMap(([name, list]) => list.map((word) => ({ word, name: name as FailureClass })))
  .sort((one, other) => other.word.length - one.word.length);

/** Class of a bank's words, or undefined where they are blank or none of the list. */
function classOfReason(reason: string): FailureClass | undefined {
  const text = normaliseKey(reason);
  return classOfWord.find(({ word }) => text.includes(word))?.name;
}

/** Class of a bank row that paid nobody: what its reason says, else what became of it. */
export function failureClass(row: Pick<BankRow, 'result' | 'reason' | 'paidAmount' | 'requestedAmount'>): FailureClass {
  if (row.result === '处理中') return 'pending';
  const said = classOfReason(row.reason);
  if (said !== undefined) return said;
  // A successful row with money in it counts as failed only where a later return undid it.
  const returned = row.result === '退回' || (row.result === '成功' && (row.paidAmount ?? row.requestedAmount ?? 0) > 0);
  return returned ? 'returned' : 'other';
}
