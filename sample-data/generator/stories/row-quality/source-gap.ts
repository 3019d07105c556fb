import { inRoster, inSystem } from '../../world/books.ts';
import { type County, headOf } from '../../world/county.ts';
import { newHousehold } from '../../world/households.ts';
import { settle } from '../../world/payments.ts';
import { forestFarm, unlistedTownship } from '../../world/places.ts';
import { nearMiss, nobody, plantHalfYear, plantPayout } from '../../world/plant.ts';

/** Where a source says nothing of a whole township, nobody is missing from it: the gap is reported, once. */
export function sourceGap(county: County): void {
  forestFarmNotRegistered(county);
  townshipNotOnList(county);
}

/** Nobody of the forest farm stands in the poverty registration. */
function forestFarmNotRegistered(county: County): void {
  const { township } = forestFarm;
  const starts = ['2013-04', '2014-09', '2015-02', '2016-06', '2017-11', '2018-03', '2019-08', '2020-02'];
  for (const start of starts) {
    const household = newHousehold(county, { township, start });
    inRoster(county.halfYear, household);
    inSystem(county.halfYear, household, start === '2019-08' ? { mark: '是' } : {});
    settle(county, household);
    const rule = start.startsWith('2020') ? 'newly-assisted-not-registered' : 'assisted-not-registered';
    nearMiss(county, 'half-year', rule, headOf(household), '云岭林场没有建档数据，不能说未建档');
    if (start === '2019-08')
      nearMiss(county, 'half-year', 'poverty-mark-unfounded', headOf(household), '云岭林场没有建档数据，不能说误标');
  }
  const gap = { ...nobody, township, name: '建档立卡名册' };
  plantHalfYear(county, 'source-gap', 'warning', gap, '云岭林场8户低保，建档名册中没有该场', { actual: String(starts.length) });
}

/** 河西's part of the quarter's list was never sent. Its households are in book and system, and were not paid. */
function townshipNotOnList(county: County): void {
  const rows = county.quarter.system.filter(({ township }) => township === unlistedTownship);
  const households = new Set(rows.map(({ householdId }) => householdId));
  const gap = { ...nobody, township: unlistedTownship, name: '发放名册' };
  const story = '河西社区工作站的发放名册没有送来';
  plantPayout(county, 'source-gap', 'warning', gap, story, { actual: String(households.size) });
  for (const { name, id } of rows.filter(({ relation }) => relation === '户主').slice(0, 3))
    nearMiss(county, 'payout', 'list-missing-household', { name, id }, '河西社区工作站没有发放名册数据，不能说未列入');
}
