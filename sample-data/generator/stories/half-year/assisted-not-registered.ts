import { type County, headOf } from '../../world/county.ts';
import { nearMiss } from '../../world/plant.ts';
import { onlyAssisted, registeredAssisted } from '../ordinary.ts';

/** Most dibao households are not registered, and nothing is wrong with that. */
export function assistedNotRegistered(county: County): void {
  const mother = onlyAssisted(county, { township: '清泉镇', size: 3, uncovered: 1, start: '2014-07' });
  const son = mother.members[2];
  if (son) nearMiss(county, 'half-year', 'assisted-not-registered', son, '同户成员，不是保障对象');
  const registered = registeredAssisted(county, { township: '清泉镇', size: 2 });
  nearMiss(county, 'half-year', 'assisted-not-registered', headOf(registered), '在保且已建档立卡');
}
