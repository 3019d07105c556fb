import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { onList, pay, settle } from '../../world/payments.ts';
import { inHousehold, person, plantHalfYear, plantPayout, plantReject } from '../../world/plant.ts';
import { onlyAssisted, registeredAssisted } from '../ordinary.ts';

/** Rows that cannot be used are set aside and named; what they leave behind in the other sources shows as it would. */
export function rejectedRows(county: County): void {
  const story = '台账月保障金额不是数字，该行退回；本人在建档名册中未脱贫';
  const household = newHousehold(county, { township: '青松镇', size: 1 });
  inRoster(county.halfYear, household, { base: '三百元' });
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household, { attribute: '其他', status: '未脱贫', income: '3900', exitYear: '' }, 'poor');
  settle(county, household);
  plantHalfYear(county, 'registered-not-assisted', 'error', person(household), story);
  plantReject(county, { job: 'half-year', kind: 'row', source: 'dibao-roster', value: '三百元', story });

  const unclear = onlyAssisted(county, { township: '柳河镇', size: 1, start: '2016-09' });
  const marked = county.halfYear.system.at(-1);
  if (marked?.id === headOf(unclear).id) marked.mark = '待核';
  const doubtful = '系统建档立卡标识填“待核”，该行退回';
  plantReject(county, { job: 'half-year', kind: 'row', source: 'assistance-system', value: '待核', story: doubtful });

  const reviewed = registeredAssisted(county, { township: '青松镇', size: 1 });
  const row = county.halfYear.roster.at(-1);
  if (row?.id === headOf(reviewed).id) row.reviewed = '去年';
  const dropped = '最近复核日期写“去年”，只略去该值';
  plantReject(county, { job: 'half-year', kind: 'value', source: 'dibao-roster', value: '去年', story: dropped });

  unknownResult(county);
}

/** The bank answers with a word that nobody knows: its row proves nothing, so the household counts as unpaid. */
function unknownResult(county: County): void {
  const household = newHousehold(county, { township: '东岗乡', size: 1 });
  inRoster(county.quarter, household);
  inSystem(county.quarter, household);
  const due = onList(county.quarter, household);
  const row = pay(county.quarter, due);
  row.result = '待核销';
  const story = '银行交易结果为“待核销”，含义不明，该行退回';
  const rest = { account: household.account, amount: -due.amount };
  plantPayout(county, 'unpaid', 'error', inHousehold(household), story, rest);
  plantReject(county, { job: 'payout', kind: 'row', source: 'bank-payout', value: '待核销', story });
}
