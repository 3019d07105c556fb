/** What the two values that disagree are called, where 应为 and 实为 would say less. */
export const valueHeadings: Readonly<Record<string, readonly [expected: string, actual: string]>> = {
  'poverty-mark-missing': ['应标注', '系统标注'],
  'poverty-mark-unfounded': ['应标注', '系统标注'],
  'attribute-mismatch': ['登记属性', '救助情况'],
  'household-split': ['建档立卡人数', '享受农村低保人数'],
  'name-mismatch': ['姓名', '同证的另一姓名'],
  'id-suspect': ['证件号', '其他名册中的证件号'],
  'identity-ambiguous': ['本人证件号', '疑似同一人的证件号'],
  'residence-mismatch': ['建档立卡住址', '低保台账住址'],
  'deceased-assisted': ['死亡日期', '低保台账'],
  'source-gap': ['城乡区域', '另一来源户数'],
  'ledger-only': ['台账', '系统'],
  'system-only': ['系统', '台账'],
  'ledger-amount-mismatch': ['系统月保障金额', '台账月保障金额'],
  'ledger-members-mismatch': ['仅系统有', '仅台账有'],
  'ledger-category-mismatch': ['系统', '台账'],
  'ledger-account-mismatch': ['系统账号', '台账账号'],
  'covered-count-mismatch': ['填报人数', '实际人数'],
  'list-missing-household': ['系统', '名册'],
  'list-unfounded-household': ['系统', '名册'],
  'list-amount-mismatch': ['系统核定应发（元）', '名册金额（元）'],
  'payment-duplicated': ['应发（元）', '实发（元）'],
  'payment-amount-mismatch': ['应发（元）', '实发（元）'],
  'payment-unlisted': ['名册', '实发（元）'],
  'payment-late': ['应于此日前', '实际发放日与笔数'],
  'payee-mismatch': ['名册户名或账号', '回盘户名或账号'],
  'paid-after-exit': ['应为', '实发（元）'],
  'batch-total-mismatch': ['文件所写合计', '逐行相加'],
};

/** Rules whose second value says why nothing was paid: what was due and paid stands beside it in figures. */
export const reasonHeadings: Readonly<Record<string, string>> = { unpaid: '发放情况', 'payment-failed': '失败原因' };
