/**
 * Every heading that an office may write, set down a second time: `field: heading alias alias …`, and in `words` what a
 * choice may be called. The reader has its own lists; `every-heading.test.ts` holds the two against each other, so neither
 * loses a heading by accident.
 */
export interface KnownSource {
  /** A row that can be read: heading → value, each field under its own heading. */
  readonly row: Readonly<Record<string, string>>;
  readonly headings: string;
  readonly words?: Readonly<Record<string, string>>;
  /** Headings that must go for another way of saying the same. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
}

const bookHeadings = `
householdId: 户编号 家庭编号 家庭主键 户号 家庭ID
certificateNumber: 低保证号 低保证号码 低保证编号 救助证编号 低保(特困)证号
headName: 户主姓名 户主 低保户主 申请人
headId: 户主身份证号 户主身份证号码 户主证件号码
name: 姓名 成员姓名 家庭成员 家庭成员姓名
idNumber: 身份证号 身份证号码 公民身份号码 成员身份证号 家庭成员身份证号 证件号码 证件号 身份证件号码 人员身份证件号码
relation: 与户主关系 关系 家庭关系
covered: 是否保障对象 是否享受 是否低保
coveredCount: 保障人数 保障人口 保障人口数 享受保障人数 低保人数
category: 分类 低保类别 动态管理类别 类别(ABC) 低保等级
monthlyAmount: 月保障金额 户月保障金额 月保障金 月补助金额 家庭补差 月低保金 救助金额
baseAmount: 保障金额 保障金
categoryAmount: 分类施保金 分类施保金额
township: 乡镇 属地 地区 街道 乡(镇) 所属乡镇 社区工作站 乡镇(场) 街镇
village: 村 行政村 村(居) 村(社区) 村委会 居委会 社区 村组(社区)
bankName: 开户银行 开户行
accountName: 户名 账户名称 开户人 银行账户名称 一卡通户名
account: 银行账号 账号 帐号 银行帐号 卡号 银行卡号 开户行账号 存折号 一卡通账号
endDate: 截止保障年月 停保时间 退出时间 停保日期
status: 状态 在保状态 人员状态
lastReview: 最近复核日期 复核日期 上次复核时间
disability: 残疾等级 残疾级别
remark: 备注 说明
`;

const bookWords = {
  status: '在保 正常 享受 新增 渐退 停保 退出 注销 暂停 停发 已停保 死亡 已故',
  category: 'A B C A类 B类 C类',
  covered: '是 否 √ × 1 0 Y N 有 无',
};

const id = '230828198706150027';
const bookRow = { 乡镇: '青松镇', 村: '前进村', 户主姓名: '王二', 姓名: '王二', 身份证号: id, 月保障金额: '300' };

export const knownHeadings: Readonly<Record<string, KnownSource>> = {
  'dibao-roster': {
    row: { ...bookRow, 城乡类别: '农村' },
    headings: `${bookHeadings}
area: 城乡类别 保障类别 救助类型 低保类型 享受保障类别
startDate: 起始保障年月 享受时间 批准时间 纳入时间 纳入日期 审批日期 享受起始日期 最初享受月份`,
    words: { ...bookWords, area: '城市 农村 城市低保 农村低保 城镇' },
    instead: { baseAmount: ['月保障金额'], categoryAmount: [] },
  },
  'assistance-system': {
    row: { ...bookRow, 救助类型: '农村低保', 建档立卡标识: '否' },
    headings: `${bookHeadings}
startDate: 起始保障年月 享受时间 批准时间 纳入时间 纳入日期 享受起始日期 最初享受月份
programme: 救助类型 业务类型 救助对象类别
povertyMark: 建档立卡标识 是否建档立卡 建档立卡 是否贫困户
acceptedOn: 受理日期
economyCheckedOn: 经济状况核对日期 核对完成日期
appraisedOn: 民主评议日期
publicisedFrom: 公示开始日期
publicisedTo: 公示结束日期
decidedOn: 审批日期 县级审批日期
notifiedOn: 告知日期
decision: 审批结果
homeVisited: 是否入户
countyVisited: 是否县级抽查
economyChecked: 是否核对`,
    words: { ...bookWords, programme: '城市低保 农村低保 特困 特困供养 农村特困 城市特困 五保', decision: '同意 不同意' },
    instead: { baseAmount: ['月保障金额'] },
  },
  'poverty-registration': {
    row: {
      '乡(镇)': '青松镇',
      行政村: '前进村',
      户编号: '77',
      姓名: '王二',
      证件号码: id,
      贫困户属性: '其他',
      脱贫属性: '已脱贫',
    },
    headings: `
township: 乡(镇) 乡镇 乡
village: 行政村 村 村(社区)
householdId: 户编号 贫困户编号 户ID
personId: 人编号 人员编号
name: 姓名 贫困人口姓名
headName: 户主姓名 户主
idNumber: 证件号码 身份证号 身份证号码 公民身份号码 公民身份证号码
relation: 与户主关系 关系
attribute: 贫困户属性 户类型 贫困户类型 属性
status: 脱贫属性 脱贫状态 脱贫标志 贫困状态
monitorType: 监测对象类型 易返贫致贫户(监测对象)类型 脱贫监测户
riskCleared: 风险是否消除 风险消除
exitYear: 脱贫年度 脱贫年份 脱贫时间
perCapitaIncome: 人均纯收入 年人均纯收入 家庭年人均纯收入
mainCause: 主要致贫原因 致贫原因 致贫原因1
health: 健康状况 身体状况
householdSize: 人数 家庭人口`,
    words: {
      attribute:
        '一般贫困户 扶贫户 脱贫户 低保贫困户 低保户 扶贫低保户 纯低保户 特困供养贫困户 五保贫困户 五保户 其他 一般农户 监测对象 边缘户',
      status:
        '未脱贫 新增 已脱贫 已脱贫(享受政策) 已脱贫(不再享受政策) 脱贫 稳定脱贫 脱贫监测户 返贫 返贫户 边缘 边缘户 边缘易致贫户',
    },
  },
  'payment-list': {
    row: {
      属地: '青松镇',
      姓名: '王二',
      身份证号: id,
      资金类别: '农村',
      发放合计: '900',
      账户名称: '王二',
      账号: '6217850000000000001',
    },
    headings: `
township: 属地 地区 乡镇
village: 村 村(社区)
householdId: 户编号 家庭编号 家庭主键 户号 家庭ID
certificateNumber: 低保证号 低保证号码 低保证编号 救助证编号 低保(特困)证号
headName: 姓名 户主姓名
headId: 身份证号 户主身份证号 身份证号码
payeeName: 领取人 代领人
area: 资金类别 救助对象类别 城乡类别 低保类型
coveredCount: 保障人数 保障人口数
monthlyAmount: 月保障金额 月金额
months: 发放月数 月数
amount: 发放合计 本期应发金额 应发金额 发放金额 本季金额 合计 实发金额
baseAmount: 保障金 保障金额
categoryAmount: 分类施保金 分类施保金额
otherAmount: 其他补贴 其他专项补贴金 物价补贴 价格临时补贴 取暖补贴
kind: 发放类别 类别
bankName: 开户银行 开户行
accountName: 账户名称 户名 开户人 银行账户名称 一卡通户名
account: 账号 帐号 银行账号 银行帐号 卡号 银行卡号 开户行账号 存折号 一卡通账号`,
    words: { kind: '正常 补发 扣减', area: '城市 农村 城市低保 农村低保 城镇' },
  },
  'bank-payout': {
    row: { 户名: '王二', 账号: '6217850000000000001', 金额: '900', 交易日期: '2020-07-06', 处理标志: '成功' },
    headings: `
batch: 批次号 流水号
sequence: 序号 编号 顺序号
accountName: 户名 姓名 账户名 收款人 收款户名 客户姓名 姓名(不超过60个字节)
account: 账号 卡号 帐号 银行账号 收款账号
idNumber: 身份证号 证件号码
requestedAmount: 金额 应处理金额 代发金额 应发金额 应处理金额(必须小于1亿)
paidAmount: 实处理金额 实发金额 成功金额
paidOn: 交易日期 入账日期 代发日期 发放日期
result: 处理标志 状态 交易结果 处理结果 交易状态 入账状态
reason: 失败原因 返回信息 错误信息 原因
remark: 摘要 备注 用途 备注(不超过12个字节)`,
    words: {
      result:
        '成功 全部成功 处理成功 已入账 入账成功 已发放 交易成功 失败 未成功 交易失败 处理失败 退回 退票 已退回 处理中 待处理',
    },
  },
  'destitute-roster': {
    row: { 乡镇: '青松镇', 村: '前进村', 姓名: '王二', 身份证号: id },
    headings: `
township: 乡镇 属地 地区 街道 乡(镇) 所属乡镇 社区工作站 乡镇(场) 街镇
village: 村 行政村 村(居) 村(社区) 村委会 居委会 社区 村组(社区)
name: 姓名 特困人员姓名
idNumber: 身份证号 身份证号码 公民身份号码 证件号码 证件号 身份证件号码
supportMode: 供养方式 特困供养方式
area: 城乡类别 保障类别
startDate: 起始保障年月 享受时间 批准时间 纳入时间 纳入日期 审批日期 享受起始日期 最初享受月份
endDate: 截止保障年月 停保时间 退出时间 停保日期
status: 状态 在保状态 人员状态`,
    words: { supportMode: '集中 分散' },
  },
  'death-register': {
    row: { 姓名: '王二', 身份证件号码: id, 去世日期: '2020-05-12' },
    headings: `
name: 姓名 死者姓名
idNumber: 身份证件号码 身份证号 身份证号码 公民身份号码 证件号码
deathDate: 去世日期 死亡日期 死亡时间 注销日期
cremationDate: 火化时间 火化日期`,
  },
  'statistics-return': {
    row: { 统计月份: '2020-07', 类别: '农村', 户数: '10', 人数: '20', '当月支出（元）': '9000' },
    headings: `
month: 统计月份 报告期 年月
area: 类别 城乡类别
households: 户数
persons: 人数
amount: 当月支出（元） 支出金额（元） 发放金额（元）
enteredOn: 录入日期`,
  },
  'benefit-roster': {
    row: { 补贴项目: '燃煤补贴', 姓名: '王二', 身份证号: id, 金额: '100' },
    headings: `
benefit: 补贴项目
name: 姓名
idNumber: 身份证号 身份证号码 公民身份号码 证件号码
period: 发放年月 发放期
amount: 金额 救助金额 补贴金额 发放金额
premium: 个人缴费标准
outOfPocket: 合规自负费用`,
    words: { benefit: '医疗救助 燃煤补贴 高龄津贴 困难残疾人生活补贴 重度残疾人护理补贴 资助参保 殡葬减免' },
  },
  'exclusion-register': {
    row: { 类别: '财政供养', 姓名: '王二', 身份证号: id },
    headings: `
kind: 类别
name: 姓名
idNumber: 身份证号 身份证号码 公民身份号码 证件号码
detail: 详情
since: 起始日期`,
  },
};

/** What a field may hold, by its name: the alias is read with a value, not only seen. */
export const exampleOf = (field: string): string => examples.find(([names]) => names.split(' ').includes(field))?.[1] ?? '示例';

const examples = [
  ['idNumber headId', id],
  ['covered povertyMark riskCleared homeVisited countyVisited economyChecked', '是'],
  ['coveredCount months householdSize households persons', '2'],
  [
    'monthlyAmount baseAmount categoryAmount otherAmount amount perCapitaIncome requestedAmount paidAmount premium outOfPocket',
    '300',
  ],
  ['startDate endDate month', '2020-07'],
  ['lastReview acceptedOn economyCheckedOn appraisedOn publicisedFrom publicisedTo decidedOn notifiedOn', '2020-07-06'],
  ['paidOn deathDate cremationDate enteredOn since', '2020-07-06'],
  ['status', '在保'],
  ['category', 'A'],
  ['area', '农村'],
  ['account', '6217850000000000001'],
  ['programme', '农村低保'],
  ['decision', '同意'],
  ['kind', '正常'],
  ['result', '成功'],
  ['supportMode', '集中'],
  ['benefit', '燃煤补贴'],
  ['attribute', '其他'],
] as const;
