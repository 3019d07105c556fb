import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, plantHalfYear, registeredHousehold } from '../../world/plant.ts';

const rule = 'attribute-mismatch';

/** What the registration calls a household, against what it really receives. */
export function attributeMismatch(county: County): void {
  const notAssisted = newHousehold(county, { township: '清泉镇', size: 2 });
  register(county, notAssisted);
  plantHalfYear(county, rule, 'warning', registeredHousehold(notAssisted), '登记为低保贫困户，无人享受低保');

  const assisted = newHousehold(county, { township: '柳河镇', size: 3 });
  inRoster(county.halfYear, assisted);
  inSystem(county.halfYear, assisted, { mark: '是' });
  register(county, assisted, { attribute: '一般贫困户' });
  settle(county, assisted);
  plantHalfYear(county, rule, 'warning', registeredHousehold(assisted), '登记为一般贫困户，实际享受低保');

  const notSupported = newHousehold(county, { township: '东岗乡', size: 1 });
  register(county, notSupported, { attribute: '特困供养贫困户' });
  plantHalfYear(county, rule, 'warning', registeredHousehold(notSupported), '登记为特困供养贫困户，未享受特困供养');

  const other = newHousehold(county, { township: '双桥乡', size: 2 });
  register(county, other, { attribute: '其他' });
  nearMiss(county, 'half-year', rule, headOf(other), '属性为“其他”，不作判断');
}
