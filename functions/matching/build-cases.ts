import type { Cases } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import type { Day } from '../../schemas/values/day.ts';
import { ComparedPlaces } from './compared-places.ts';
import { householdGroups } from './household-groups.ts';
import { householdSigns } from './household-signs.ts';
import { type HouseholdSource, type HouseholdSpan, householdTables } from './household-tables.ts';
import { HouseholdView, type HouseholdViews } from './household-view.ts';
import { PersonCases } from './person-cases.ts';
import { personFacts } from './person-facts.ts';
import { personSigns } from './person-signs.ts';
import { orderOf, type PersonSource } from './person-tables.ts';
import { PersonView } from './person-view.ts';
import { registrationHouseholds } from './registration-households.ts';
import { RowGroups } from './row-groups.ts';
import type { PersonViews } from './rows-of-person.ts';

export interface CaseOptions {
  /** The day for which active, covered and dead hold. */
  readonly asOf: Day;
  /** Other names of places and the names that count, as a county profile gives them. */
  readonly profile: { readonly places: Readonly<Record<string, string>> };
}

const noTexts: TextPool = { intern: () => 0, text: () => '', size: 1 };

/** Rules ask for the members of one household one after the other: they share the views that the last few asked for. */
const recent = 64;

function recentPersons(views: PersonViews): (number: number) => PersonView {
  const made: PersonView[] = Array.from({ length: recent }, (_, number) => new PersonView(views, number));
  return (number) => {
    const known = made[number % recent]!;
    if (known.number === number) return known;
    const view = new PersonView(views, number);
    made[number % recent] = view;
    return view;
  };
}

/**
 * Who is who in the rows of all sources: persons, households, and households of the poverty bureau. The same tables give
 * the same numbers. Work and memory grow with the rows; cases are views, made when they are asked for.
 */
export function buildCases(tables: SourceTables, { asOf, profile }: CaseOptions): Cases {
  const texts = Object.values(tables).find((table) => table !== undefined)?.texts ?? noTexts;
  const places = new ComparedPlaces(texts, profile.places);
  const persons = new PersonCases(tables, texts, places);
  const facts = personFacts(tables, asOf);
  const signs = personSigns(persons, facts, places);
  const personViews: PersonViews = { tables, cases: persons, facts, signs };
  const person = recentPersons(personViews);
  const personOf = ({ source, index }: { source: string; index: number }) =>
    Object.hasOwn(orderOf, source) ? persons.caseOfRow(source as PersonSource, index) : -1;

  const sources = householdTables(tables, texts);
  const households = householdGroups(sources, persons, places, texts.size);
  const spans = sources.map(({ source, first, length }): HouseholdSpan => ({ source, first, length }));
  const householdViews: HouseholdViews = {
    tables,
    spans,
    rows: new RowGroups(households.householdOf, households.count),
    facts,
    idOfPerson: (row) => person(personOf(row)).id,
    idOfHead: (source: HouseholdSource, index) => {
      const ids = tables[source]!.ids('headId');
      const number = persons.withId(ids.high[index]!, ids.low[index]!, ids.tail[index]!);
      return number < 0 ? '' : person(number).id;
    },
  };

  let signsOfHouseholds: Uint16Array | undefined;
  const { count: householdCount, householdOf } = households;
  const householdSignSources = { tables, spans, householdOf, count: householdCount, persons, facts, places };

  const registration = tables['poverty-registration'];
  const registered =
    registration === undefined
      ? undefined
      : registrationHouseholds(
          registration,
          facts.registered,
          (index) => persons.caseOfRow('poverty-registration', index),
          signs,
        );

  return {
    personCount: persons.count,
    person,
    personOf,
    signsOfPerson: (number) => signs[number]!,
    householdCount: households.count,
    household: (number) => new HouseholdView(householdViews, number),
    signsOfHousehold: (number) => {
      signsOfHouseholds ??= householdSigns(householdSignSources);
      return signsOfHouseholds[number]!;
    },
    householdOf: ({ source, index }) => {
      const span = spans.find((each) => each.source === source);
      return span === undefined ? -1 : households.householdOf[span.first + index]!;
    },
    registrationHouseholdCount: registered?.count ?? 0,
    registrationHousehold: (number) => {
      if (registered === undefined) throw new RangeError('no registration at hand');
      return registered.household(number);
    },
    signsOfRegistrationHousehold: (number) => registered!.signs[number]!,
    registrationHouseholdOf: ({ source, index }) =>
      source === 'poverty-registration' && registered !== undefined ? registered.householdOf[index]! : -1,
  };
}
