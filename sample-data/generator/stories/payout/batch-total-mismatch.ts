import type { County } from '../../world/county.ts';
import { nobody, plantPayout } from '../../world/plant.ts';

const rule = 'batch-total-mismatch';

/** Total rows that are not the sum, or the count, of the rows above them. */
export function batchTotalMismatch(county: County): void {
  county.quarter.misstated.set('reissued', { fen: 10_000 });
  plantPayout(county, rule, 'error', nobody, '信用社补发回盘合计多写100元', { amount: -10_000 });
  county.quarter.misstated.set('urban-list', { fen: -25_000 });
  plantPayout(county, rule, 'error', nobody, '城市低保名册合计少写250元', { amount: 25_000 });
  county.quarter.misstated.set('excused', { rows: 1 });
  plantPayout(county, rule, 'error', nobody, '重发回盘写共3笔，实有2笔', { expected: '*', actual: '*' });
}
