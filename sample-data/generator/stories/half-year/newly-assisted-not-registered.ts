import type { County } from '../../world/county.ts';
import { headOf } from '../../world/county.ts';
import { nearMiss } from '../../world/plant.ts';
import { onlyAssisted, registeredAssisted } from '../ordinary.ts';

/** New this year and not registered: the list that goes to the poverty office every year. */
export function newlyAssistedNotRegistered(county: County): void {
  const rule = 'newly-assisted-not-registered';
  for (const township of ['青松镇', '柳河镇', '清泉镇', '东岗乡', '红星农场'])
    onlyAssisted(county, { township, start: '2020-03' }, '2020年3月新纳入低保，未建档立卡');
  onlyAssisted(county, { township: '双桥乡', start: '2020-01', size: 2 }, '2020年1月新纳入低保，未建档立卡');

  const earlier = onlyAssisted(county, { township: '青松镇', start: '2019-12' }, '2019年12月纳入，不是本年新增');
  nearMiss(county, 'half-year', rule, headOf(earlier), '2019年12月纳入，归入在保未建档');
  const registered = registeredAssisted(county, { township: '柳河镇', start: '2020-04' });
  nearMiss(county, 'half-year', rule, headOf(registered), '2020年4月新纳入，已建档立卡');
}
