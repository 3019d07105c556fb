import { destitute, inRoster } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold, newPerson } from '../../world/households.ts';
import { nearMiss, person, plantHalfYear } from '../../world/plant.ts';
import { onlyAssisted, onlyUrban } from '../ordinary.ts';

const rule = 'dual-assistance';

/** Assisted twice in the county's own books. */
export function dualAssistance(county: County): void {
  twoHouseholds(county);
  countryAndTown(county);
  dibaoAndDestitute(county);
  grandchildWithForeignNumber(county);
  leftFirst(county);
  notAssistedThere(county);
}

/** The mother has a household of her own and stands in her son's too. */
function twoHouseholds(county: County): void {
  const mother = onlyAssisted(county, { township: '青松镇', size: 1, start: '2014-05' });
  const son = onlyAssisted(county, { township: '青松镇', size: 2, start: '2018-08' });
  inRoster(county.halfYear, { ...son, members: [headOf(mother)] }, { relation: '母亲', ...headFields(son) });
  plantHalfYear(county, rule, 'error', person(mother), '本人单独一户，又在儿子户中享受低保');
}

const headFields = (household: Parameters<typeof headOf>[0]) => ({
  headName: headOf(household).name,
  headId: headOf(household).id,
  accountName: headOf(household).name,
});

function countryAndTown(county: County): void {
  const rural = onlyAssisted(county, { township: '柳河镇', size: 2, start: '2015-01' });
  const town = newHousehold(county, { township: '城关街道', size: 1, start: '2019-06' });
  inRoster(county.halfYear, { ...town, members: rural.members.slice(0, 1) });
  plantHalfYear(county, rule, 'error', person(rural), '同时享受农村低保和城市低保');
}

function dibaoAndDestitute(county: County): void {
  const household = onlyAssisted(county, { township: '青松镇', size: 1, start: '2013-03' });
  const alone = newHousehold(county, {
    township: '青松镇',
    village: household.village,
    size: 1,
    category: 'A',
    categoryAmount: 0,
  });
  destitute(county.halfYear, { ...alone, members: household.members }, '否');
  plantHalfYear(county, rule, 'error', person(household), '同时享受低保和特困供养');
}

/** A grandchild entered under the number of the grandmother next door: one number, two people. */
function grandchildWithForeignNumber(county: County): void {
  const grandmother = onlyAssisted(county, { township: '柳河镇', size: 1, start: '2012-11' });
  const other = onlyAssisted(county, { township: '柳河镇', size: 1, start: '2018-04' });
  const child = newPerson(county, { relation: '孙女', female: true, birthYear: 2012 });
  const misnumbered = { ...child, id: headOf(grandmother).id };
  inRoster(county.halfYear, { ...other, members: [misnumbered] }, { ...headFields(other), coveredCount: '2' });
  const story = '同一证件号两个姓名，分属两户（疑似证件号错录）';
  plantHalfYear(county, rule, 'warning', person(grandmother), story);
  plantHalfYear(county, 'name-mismatch', 'error', person(grandmother), story);
}

function leftFirst(county: County): void {
  const town = onlyUrban(county, '城关街道');
  const village = newHousehold(county, { township: '青松镇', size: 1, start: '2016-10' });
  const left = { ...village, members: town.members.slice(0, 1) };
  inRoster(county.halfYear, left, { status: '停保', end: '2020-03' });
  nearMiss(county, 'half-year', rule, headOf(town), '农村低保已于2020年3月停保，现享受城市低保');
}

function notAssistedThere(county: County): void {
  const father = onlyAssisted(county, { township: '青松镇', size: 1, start: '2017-12' });
  const daughter = onlyAssisted(county, { township: '青松镇', size: 2, start: '2018-01' });
  inRoster(
    county.halfYear,
    { ...daughter, members: [headOf(father)] },
    { ...headFields(daughter), relation: '父亲', covered: '否' },
  );
  nearMiss(county, 'half-year', rule, headOf(father), '在女儿户中是成员，但不是保障对象');
}
