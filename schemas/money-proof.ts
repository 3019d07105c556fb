import * as z from 'zod';
import { failureClasses } from './sources/failure-reason.ts';
import { type Fen, readMoney, yuanText } from './values/money.ts';

const count = z.int().min(0);

/** The figures of the proof, whatever form an amount has. */
const figuresOf = <Amount extends z.ZodType>(amount: Amount) => {
  const claims = z.object({ claims: count, amount });
  const rows = z.object({ rows: count, amount });
  return z.object({
    /** Accepted rows of the payment list, 扣减 taken off. */
    listed: rows,
    /** Claims with more than nothing due. */
    due: claims,
    /** Of these, paid what was due or more: the amount is what was due. */
    paidInFull: claims,
    /** Of these, paid less than was due: the amount is what was paid. */
    paidInPart: claims,
    /** What is lacking to the claims paid in part. */
    short: claims,
    /** Claims without any bank row. */
    unpaid: claims,
    /** Claims with bank rows none of which paid. */
    failed: claims,
    /** Claims with nothing or less due: listed apart. `paid` was paid on them all the same. */
    toRecover: z.object({ claims: count, amount, paid: amount }),
    /** Accepted bank rows that paid. */
    bankPaid: rows,
    /** Of these, the rows of claims, and as much of their money as was due. */
    settled: rows,
    /** What claims got above what was due; all of it where nothing was due. */
    overpaid: claims,
    /** Paid rows that belong to no claim. */
    unlisted: rows,
    /** Accepted bank rows. */
    bankRows: count,
    /** Bank rows that paid nobody, by reason class; the amount is what the bank was asked for. */
    failures: z.array(z.object({ reason: z.enum(failureClasses), rows: count, amount })),
    /** Rejected rows stand outside all sums. `readable` of the rows have an amount that could be read. */
    rejected: z.object({
      list: z.object({ rows: count, readable: count, amount }),
      bank: z.object({ rows: count, readable: count, amount }),
    }),
  });
};

const wholeFen = z.int().transform((value) => value as Fen);
const yuan = z.string().regex(/^-?\d+\.\d\d$/);

/** Where every yuan of a quarter went, in whole fen. */
export const moneyProofSchema = figuresOf(wholeFen);
export type MoneyProof = z.infer<typeof moneyProofSchema>;

/** The same as published: yuan with two decimals. */
export const publishedMoneyProofSchema = figuresOf(yuan);
export type PublishedMoneyProof = z.infer<typeof publishedMoneyProofSchema>;

/** A sentence that must hold of the figures: what stands left of the equals sign, and what stands right of it. */
export interface MoneyIdentity {
  readonly id: string;
  /** In Chinese, for the first sheet. */
  readonly text: string;
  /** Fen; a number of rows or claims where `counts`. */
  readonly left: number;
  readonly right: number;
  readonly counts: boolean;
}

/** The identities of a proof, each with both of its sides. */
export function moneyIdentities(proof: MoneyProof): readonly MoneyIdentity[] {
  const { listed, due, paidInFull, paidInPart, short, unpaid, failed, toRecover, bankPaid, settled, overpaid, unlisted } = proof;
  const failures = proof.failures.reduce((sum, { rows }) => sum + rows, 0);
  const money = (id: string, text: string, left: number, right: number) => ({ id, text, left, right, counts: false });
  const counts = (id: string, text: string, left: number, right: number) => ({ id, text, left, right, counts: true });
  return [
    money(
      'due',
      '应发 = 足额发放 + 部分发放 + 少发 + 未发 + 发放失败',
      due.amount,
      paidInFull.amount + paidInPart.amount + short.amount + unpaid.amount + failed.amount,
    ),
    money(
      'bank',
      '银行实发 = 按应发已发 + 多发 + 名册外发放',
      bankPaid.amount,
      settled.amount + overpaid.amount + unlisted.amount,
    ),
    money('settled', '按应发已发 = 足额发放 + 部分发放', settled.amount, paidInFull.amount + paidInPart.amount),
    money('list', '名册合计 = 应发 + 待追回（应发为零或负数）', listed.amount, due.amount + toRecover.amount),
    counts(
      'due-claims',
      '应发笔数 = 足额 + 部分 + 未发 + 失败',
      due.claims,
      paidInFull.claims + paidInPart.claims + unpaid.claims + failed.claims,
    ),
    counts('bank-rows', '银行行数 = 已发 + 未成功', proof.bankRows, bankPaid.rows + failures),
    counts('paid-rows', '已发行数 = 名册内 + 名册外', bankPaid.rows, settled.rows + unlisted.rows),
  ];
}

/** Money was lost or counted twice: a fault of the program, never of the files. Names the identities, no person. */
export class MoneyNotConserved extends Error {
  override readonly name = 'MoneyNotConserved';
  readonly broken: readonly string[];

  constructor(broken: readonly MoneyIdentity[]) {
    super(`资金不守恒：${broken.map(({ text, left, right }) => `${text}（${left} ≠ ${right}）`).join('；')}`);
    this.broken = broken.map(({ id }) => id);
  }
}

/** Throws `MoneyNotConserved` where one of the identities does not hold. */
export function assertMoneyConserved(proof: MoneyProof): void {
  const broken = moneyIdentities(proof).filter(({ left, right }) => left !== right);
  if (broken.length > 0) throw new MoneyNotConserved(broken);
}

/** The names that amounts stand under, here and as published: what is written as yuan is what is read back as fen. */
const amountKeys = new Set(['amount', 'paid']);

const turnAmounts = (figures: unknown, turn: (amount: never) => unknown): unknown => {
  if (Array.isArray(figures)) return figures.map((each) => turnAmounts(each, turn));
  if (typeof figures !== 'object' || figures === null) return figures;
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, amountKeys.has(key) ? turn(value as never) : turnAmounts(value, turn)]),
  );
};

/** The proof as `summary.json` holds it. */
export const publishMoneyProof = (proof: MoneyProof): PublishedMoneyProof =>
  publishedMoneyProofSchema.parse(turnAmounts(proof, (amount: number) => yuanText(amount)));

/** A published proof in fen again, so that what was written can be checked. Throws a `ZodError` on anything else. */
export const readMoneyProof = (published: unknown): MoneyProof =>
  moneyProofSchema.parse(turnAmounts(publishedMoneyProofSchema.parse(published), (amount: string) => readMoney(amount)));
