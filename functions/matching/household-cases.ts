import type { Cases } from '../../schemas/case.ts';
import type { SourceTables, TextPool } from '../../schemas/source-table.ts';
import type { ComparedPlaces } from './compared-places.ts';
import { householdGroups } from './household-groups.ts';
import { householdSigns } from './household-signs.ts';
import { type HouseholdSpan, householdTables } from './household-tables.ts';
import { HouseholdView, type HouseholdViews } from './household-view.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import { RowGroups } from './row-groups.ts';

export interface HouseholdCaseSources {
  readonly tables: SourceTables;
  readonly texts: TextPool;
  readonly persons: PersonCases;
  readonly places: ComparedPlaces;
  readonly facts: PersonFacts;
  readonly person: Cases['person'];
  readonly personOf: Cases['personOf'];
}

/** Households of roster, system and payment list. */
export function householdCases(
  from: HouseholdCaseSources,
): Pick<Cases, 'householdCount' | 'household' | 'signsOfHousehold' | 'householdOf'> {
  const { tables, texts, persons, places, facts, person, personOf } = from;
  const sources = householdTables(tables, texts);
  const { count, householdOf } = householdGroups(sources, persons, places, texts.size);
  const spans = sources.map(({ source, first, length, numbers }): HouseholdSpan => ({ source, first, length, numbers }));
  const views: HouseholdViews = {
    tables,
    texts,
    spans,
    rows: new RowGroups(householdOf, count),
    facts,
    idOfPerson: (row) => person(personOf(row)).id,
    idOfHead: (source, index) => {
      const ids = tables[source]!.ids('headId');
      if (ids.width[index] !== 18) return '';
      const number = persons.withId(ids.high[index]!, ids.low[index]!, ids.tail[index]!);
      return number < 0 ? '' : person(number).id;
    },
  };
  // Only rules about households and claims ask for them.
  let signs: Uint16Array | undefined;
  return {
    householdCount: count,
    household: (number) => new HouseholdView(views, number),
    signsOfHousehold: (number) => {
      signs ??= householdSigns({ tables, spans, householdOf, count, persons, facts, places });
      return signs[number]!;
    },
    householdOf: ({ source, index }) => {
      for (const span of spans) if (span.source === source) return householdOf[span.first + index]!;
      return -1;
    },
  };
}
