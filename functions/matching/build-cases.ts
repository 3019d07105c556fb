import type { Cases } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import type { Day } from '../../schemas/values/day.ts';
import { ComparedPlaces } from './compared-places.ts';
import { householdCases } from './household-cases.ts';
import { PersonCases } from './person-cases.ts';
import { personFacts } from './person-facts.ts';
import { personSigns } from './person-signs.ts';
import { PersonView } from './person-view.ts';
import { registrationHouseholds } from './registration-households.ts';
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
  const personOf = ({ source, index }: { source: string; index: number }) => {
    for (const table of persons.people.tables) if (table.source === source) return persons.caseOf[table.first + index]!;
    return -1;
  };

  const registration = tables['poverty-registration'];
  const registered =
    registration === undefined
      ? undefined
      : registrationHouseholds({
          table: registration,
          registered: facts.registered,
          personOf: (row) => persons.caseOfRow('poverty-registration', row),
          signsOfPerson: signs,
        });

  return {
    personCount: persons.count,
    person,
    personOf,
    signsOfPerson: (number) => signs[number]!,
    ...householdCases({ tables, texts, persons, places, facts, person, personOf }),
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
