import { type MoneyProof, moneyIdentities } from '../../../schemas/money-proof.ts';
import type { ControlTotal } from '../../../schemas/reading.ts';
import { failureLabels } from '../../../schemas/sources/failure-reason.ts';
import { sources } from '../../../schemas/sources/sources.ts';
import type { Report } from '../report.ts';
import type { CellValue } from '../workbook/cells.ts';
import type { GridCell, GridColumn, GridSheet } from '../workbook/grid-sheet.ts';
import { lettersOf, spanOf } from './letters-of.ts';

const yuan = (fen: number) => fen / 100;

const bold = (value: string): GridCell => ({ value, style: 'totalText' });
const boldCount = (value: number): GridCell => ({ value, style: 'totalWhole' });
const boldAmount = (value: CellValue): GridCell => ({ value, style: 'totalAmount' });

/** Where every yuan due went, and where every yuan that the bank paid went. */
function writeFigures(page: GridSheet, proof: MoneyProof): void {
  const { listed, due, paidInFull, paidInPart, short, unpaid, failed, toRecover, bankPaid, settled, overpaid, unlisted } = proof;
  const counted: readonly GridColumn[] = [
    { heading: '项目', style: 'text', span: 3 },
    { heading: '户次／笔数', style: 'whole', span: 2 },
    { heading: '金额（元）', style: 'amount', span: 3 },
  ];
  const amount = lettersOf(counted).at(-1);
  const columns: readonly GridColumn[] = [...counted, { heading: '说明', style: 'long', span: page.rest(spanOf(counted)) }];
  const start = page.row + 2;
  const difference = (row: number, parts: number) => `${amount}${row}-SUM(${amount}${row + 1}:${amount}${row + parts})`;
  const formula = (text: string, value: number): CellValue => ({ formula: text, value: yuan(value) });
  const rest = due.amount - paidInFull.amount - paidInPart.amount - short.amount - unpaid.amount - failed.amount;
  page.table(columns, [
    [bold('应发'), boldCount(due.claims), boldAmount(yuan(due.amount)), '名册中应发大于零的户次（一户一账号为一次）'],
    ['　足额发放', paidInFull.claims, yuan(paidInFull.amount), '实发等于或超过应发，按应发计'],
    ['　部分发放', paidInPart.claims, yuan(paidInPart.amount), '实发少于应发，按实发计'],
    ['　少发', short.claims, yuan(short.amount), '部分发放户次尚差的金额'],
    ['　未发', unpaid.claims, yuan(unpaid.amount), '银行回盘中没有记录'],
    ['　发放失败', failed.claims, yuan(failed.amount), '有回盘记录，没有一笔成功'],
    [bold('应发去向之差'), undefined, boldAmount(formula(difference(start, 5), rest)), '应为 0.00'],
  ]);
  page.gap();
  const bank = page.row + 2;
  const left = bankPaid.amount - settled.amount - overpaid.amount - unlisted.amount;
  page.table(columns, [
    [bold('银行实发'), boldCount(bankPaid.rows), boldAmount(yuan(bankPaid.amount)), '回盘中成功且未退回的笔数和金额'],
    ['　按应发已发', settled.rows, yuan(settled.amount), '发给名册内户次、不超过应发的部分'],
    ['　多发', overpaid.claims, yuan(overpaid.amount), '超过应发的部分（户次）'],
    ['　名册外发放', unlisted.rows, yuan(unlisted.amount), '与名册任何一户都对不上的笔数和金额'],
    [bold('实发去向之差'), undefined, boldAmount(formula(difference(bank, 3), left)), '应为 0.00'],
  ]);
  page.gap();
  page.table(columns, [
    ['名册合计', listed.rows, yuan(listed.amount), '采用的名册行，扣减已减去'],
    [
      '待追回',
      toRecover.claims,
      yuan(toRecover.amount),
      `应发为零或负数的户次；其中仍发放了 ${yuan(toRecover.paid).toFixed(2)} 元，计入多发`,
    ],
    [
      '退回的名册行',
      proof.rejected.list.rows,
      yuan(proof.rejected.list.amount),
      `不计入以上各项；其中 ${proof.rejected.list.readable} 行金额可读`,
    ],
    [
      '退回的回盘行',
      proof.rejected.bank.rows,
      yuan(proof.rejected.bank.amount),
      `不计入以上各项；其中 ${proof.rejected.bank.readable} 行金额可读`,
    ],
  ]);
}

function writeIdentities(page: GridSheet, proof: MoneyProof): void {
  page.gap();
  const start = page.row + 2;
  const figures: readonly GridColumn[] = [
    { heading: '左边', style: 'amount', span: 3 },
    { heading: '右边', style: 'amount', span: 3 },
    { heading: '差（应为0）', style: 'amount', span: 3 },
  ];
  const identity: GridColumn = { heading: '恒等关系', style: 'text', span: page.rest(spanOf(figures)) };
  const [leftLetter, rightLetter] = lettersOf(figures, [identity]);
  page.table(
    [identity, ...figures],
    moneyIdentities(proof).map(({ text, left, right, counts }, at) => {
      const formula = `${leftLetter}${start + at}-${rightLetter}${start + at}`;
      const value = counts ? left - right : yuan(left - right);
      const figure = (each: number): CellValue | GridCell => (counts ? { value: each, style: 'whole' } : yuan(each));
      return [text, figure(left), figure(right), counts ? { value: { formula, value }, style: 'whole' } : { formula, value }];
    }),
  );
}

function writeFailures(page: GridSheet, { failures }: MoneyProof): void {
  if (failures.length === 0) return;
  page.gap();
  page.table(
    [
      { heading: '未成功的回盘行，按原因', style: 'text', span: 3 },
      { heading: '笔数', style: 'whole', span: 2 },
      { heading: '金额（元）', style: 'amount', span: 3 },
    ],
    failures.map(({ reason, rows, amount }) => [failureLabels[reason], rows, yuan(amount)]),
  );
}

/** Each total that a list or bank file itself states, beside the sum of its rows. A roster's totals count households. */
function writeControlTotals(page: GridSheet, report: Report): void {
  const ofMoney = report.reading.files.filter(({ source }) => source === 'payment-list' || source === 'bank-payout');
  const totals = ofMoney.flatMap(({ controlTotals }) => controlTotals);
  if (totals.length === 0) return;
  page.gap();
  const figure = ({ count }: ControlTotal, value: number): CellValue | GridCell =>
    count ? { value, style: 'whole' } : { value: yuan(value), style: 'amount' };
  const difference = (total: ControlTotal): CellValue | GridCell => {
    const value = total.summed - total.stated;
    if (total.count) return { value, style: value === 0 ? 'whole' : 'markedWhole' };
    return { value: yuan(value), style: value === 0 ? 'amount' : 'markedAmount' };
  };
  const columns: readonly GridColumn[] = [
    { heading: '文件所写合计', style: 'text' },
    { heading: '文件与位置', style: 'text', span: 6 },
    { heading: '列', style: 'centered', span: 3 },
    { heading: '所写', style: 'amount', span: 2 },
    { heading: '逐行相加', style: 'amount', span: 2 },
    { heading: '差', style: 'amount', span: 2 },
  ];
  page.table(
    [...columns, { heading: '说明', style: 'long', span: page.rest(spanOf(columns)) }],
    totals.map((total) => {
      const { source, file, sheet, row } = total.address;
      return [
        `${sources[source].name}${total.level}`,
        `${file}${sheet === '' ? '' : `〔${sheet}〕`}第${row}行`,
        total.column,
        figure(total, total.stated),
        figure(total, total.summed),
        difference(total),
        total.overRejectedRows ? '所合计的行中有退回行' : '',
      ];
    }),
  );
}

/** The first thing that finance asks of a payout: is every yuan accounted for. */
export function writeMoneyProof(page: GridSheet, report: Report, proof: MoneyProof, number: string): void {
  page.section(`${number}、资金平衡`);
  writeFigures(page, proof);
  writeIdentities(page, proof);
  writeFailures(page, proof);
  writeControlTotals(page, report);
}
