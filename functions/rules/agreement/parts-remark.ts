import type { ListRow } from '../../../schemas/sources/rows.ts';

/** 保障金, 分类施保金 and 其他补贴 are parts of the amount. Without the first nothing can be added up. */
const partsDiffer = ({ baseAmount, categoryAmount, otherAmount, amount }: ListRow) =>
  baseAmount !== undefined && baseAmount + (categoryAmount ?? 0) + (otherAmount ?? 0) !== amount;

/** What the message says where a list row's parts do not make its amount; else ''. */
export const partsRemark = (rows: readonly ListRow[]): string =>
  rows.some(partsDiffer) ? '（名册中各分项之和与发放合计也不符）' : '';
