import { yearOf } from '../../schemas/values/day.ts';
import { parsePeriod } from '../../schemas/values/period.ts';
import { placeNames } from '../../schemas/values/place.ts';
import { present, programmes } from './needs.ts';
import type { RuleRun } from './rule.ts';
import type { RuleInput } from './run-rules.ts';

/**
 * What rules may ask of this run. Throws where the text is no period: the doors (command line, handlers) refuse such a run
 * before.
 */
export function ruleRun({ reading, cases, claims, county, period, asOf, dueDate, profile }: RuleInput): RuleRun {
  const days = parsePeriod(period);
  if (days === undefined) throw new RangeError('no period');
  const byProgramme = programmes(reading.tables);
  const destituteRoster = reading.tables['destitute-roster']?.length ?? 0;
  return {
    county,
    period,
    firstDay: days.firstDay,
    lastDay: days.lastDay,
    asOf,
    profile,
    ruralStandard: profile.ruralStandard[String(yearOf(asOf))],
    places: placeNames(profile.places),
    cases,
    has: present(reading.tables, byProgramme),
    anyDestituteRow: destituteRoster > 0 || byProgramme.has('特困'),
    programmes: new Set(byProgramme.keys()),
    markedProgrammes: new Set([...byProgramme].filter(([, marked]) => marked).map(([programme]) => programme)),
    claims,
    dueDate,
  };
}
