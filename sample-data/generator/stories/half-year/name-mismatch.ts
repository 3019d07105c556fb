import { inRoster, inSystem, register } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { nearMiss, person, plantHalfYear } from '../../world/plant.ts';
import type { Severity } from '../../world/planted.ts';

const rule = 'name-mismatch';

/** One id number, two names; and the many ways of writing one name. */
export function nameMismatch(county: County): void {
  differ(county, '青松镇', '王秀兰', '王秀莲', 'error', '同一证件号，台账与建档名册姓名不同');
  differ(county, '东岗乡', '闫广福', '阎广福', 'warning', '姓氏为易混字（闫/阎）');

  agree(county, '青松镇', '赵堃', '赵坤', '异体字（堃/坤）');
  agree(county, '柳河镇', '李䶮', '李□', '建档名册中生僻字未能显示');
  agree(county, '清泉镇', '阿依·古丽', '阿依•古丽', '间隔号写法不同');
  agree(county, '东岗乡', '张　强', '张强', '姓名中有全角空格');
  agree(county, '柳河镇', '付长山', '付长山(户主)', '姓名后有括注');
}

/** One person alone: in book and system under the first name, in the registration under the second. */
function oneOfTwoNames(county: County, township: string, headName: string, registeredName: string) {
  const household = newHousehold(county, { township, size: 1, headName });
  inRoster(county.halfYear, household);
  inSystem(county.halfYear, household, { mark: '是' });
  register(county, household, { name: registeredName, headName: registeredName });
  settle(county, household);
  return household;
}

function differ(county: County, township: string, name: string, other: string, severity: Severity, story: string): void {
  plantHalfYear(county, rule, severity, person(oneOfTwoNames(county, township, name, other)), story);
}

function agree(county: County, township: string, name: string, other: string, story: string): void {
  nearMiss(county, 'half-year', rule, headOf(oneOfTwoNames(county, township, name, other)), story);
}
