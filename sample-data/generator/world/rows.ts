/** Money as the county means it, in whole fen; or, where a story plants garbage, the text as a clerk typed it. */
export type Money = number | string;

/** One row of the county's book or of the provincial system, before any layout. */
export interface BookRow {
  programme: '农村低保' | '城市低保' | '特困';
  area: '农村' | '城市' | '';
  householdId: string;
  certificate: string;
  headName: string;
  headId: string;
  name: string;
  id: string;
  relation: string;
  covered: '是' | '否';
  coveredCount: string;
  category: string;
  base: Money;
  categoryAmount: number;
  township: string;
  village: string;
  bank: string;
  accountName: string;
  account: string;
  start: string;
  end: string;
  status: string;
  reviewed: string;
  disability: string;
  remark: string;
  /** The system's 建档立卡 mark. */
  mark: string;
}

export interface RegistrationRow {
  township: string;
  village: string;
  householdId: string;
  personId: string;
  name: string;
  headName: string;
  id: string;
  relation: string;
  attribute: string;
  status: string;
  monitorType: string;
  riskCleared: string;
  exitYear: string;
  /** Yuan a year, as written. */
  income: string;
  cause: string;
  health: string;
  householdSize: string;
}

export interface DestituteRow {
  township: string;
  village: string;
  name: string;
  id: string;
  supportMode: string;
  area: string;
  start: string;
  end: string;
  status: string;
  carer: string;
}

export interface DeathRow {
  name: string;
  id: string;
  died: string;
  cremated: string;
}

export interface ListRow {
  township: string;
  village: string;
  householdId: string;
  certificate: string;
  headName: string;
  headId: string;
  payee: string;
  area: '农村' | '城市';
  coveredCount: string;
  /** Fen a month. */
  monthly: number;
  months: string;
  kind: '正常' | '补发' | '扣减';
  /** Fen of the quarter; parts of the amount. */
  base: number;
  categoryAmount: number;
  other: number;
  amount: number;
  bank: string;
  accountName: string;
  account: string;
}

/** The bank's files of the quarter, by who sent them and why. */
export type BankFile = 'first' | 'second' | 'post' | 'farm' | 'reissued' | 'late' | 'excused';

export interface BankRow {
  file: BankFile;
  accountName: string;
  account: string;
  id: string;
  requested: number;
  /** Fen; undefined where the bank leaves the cell blank. */
  paid: number | undefined;
  paidOn: string;
  result: '成功' | '失败' | '退回' | '处理中' | '待核销';
  reason: string;
}

/** What one period's inbox holds. */
export interface Books {
  readonly roster: BookRow[];
  readonly system: BookRow[];
  readonly registration: { file: RegistrationFile; row: RegistrationRow }[];
  readonly destitute: DestituteRow[];
  readonly deaths: DeathRow[];
  readonly list: ListRow[];
  readonly bank: BankRow[];
  /** How far a file's last total row is from its rows, by file: a story's doing. */
  readonly misstated: Map<BankFile | 'urban-list', { readonly fen?: number; readonly rows?: number }>;
}

/** The registration comes as one file a status. */
export type RegistrationFile = 'exited-earlier' | 'exited-2019' | 'poor' | 'monitored';

export const emptyBooks = (): Books => ({
  roster: [],
  system: [],
  registration: [],
  destitute: [],
  deaths: [],
  list: [],
  bank: [],
  misstated: new Map(),
});
