import type { Cases } from '../../schemas/case.ts';
import type { SubjectKind } from '../../schemas/finding.ts';
import type { Place } from '../../schemas/values/place.ts';
import type { Subjects } from './rule.ts';

const nowhere: Place = { township: '', village: '' };

/** Rows of bank files and death registers have neither column. */
function placeOfRow({ row }: Subjects['row']): Place {
  return 'township' in row && 'village' in row ? row : nowhere;
}

type PlaceOf<Kind extends SubjectKind> = (subject: Subjects[Kind], cases: Cases) => Place;

const places: { readonly [Kind in SubjectKind]: PlaceOf<Kind> } = {
  person: (person) => person,
  group: (person) => person,
  'registration-household': ({ head }) => head,
  household: (household) => household,
  claim: ({ household }, cases) => cases.household(household),
  row: placeOfRow,
  gap: ({ township }) => ({ township, village: '' }),
  'bank-row': () => nowhere,
  account: () => nowhere,
  file: () => nowhere,
  'file-day': () => nowhere,
};

/** The township and village that are printed for a subject; the look-up behind them costs little. */
export const subjectPlace = <Kind extends SubjectKind>(kind: Kind, subject: Subjects[Kind], cases: Cases): Place =>
  (places[kind] as PlaceOf<Kind>)(subject, cases);
