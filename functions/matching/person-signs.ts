import { personBits } from '../../schemas/signs.ts';
import { nameTail } from '../../schemas/values/person-name.ts';
import { idProblemCodes } from '../../schemas/values/resident-id.ts';
import { assistedAs } from './assisted-rows.ts';
import type { ComparedPlaces } from './compared-places.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import type { PersonSource, PersonTable } from './person-tables.ts';

const { none: usable, missing } = idProblemCodes;
const anyAssistance = personBits.dibao | personBits.urban | personBits.destitute;

/** By `assistedAs` of a roster or system row. */
const rosterBits = new Uint16Array(9);
rosterBits[assistedAs.rural] = personBits.dibao;
rosterBits[assistedAs.urban] = personBits.urban;
const systemBits = new Uint16Array(9).fill(personBits.system, 1);
systemBits[assistedAs.destitute]! |= personBits.destitute;
/** By a row's byte of `PersonFacts`, which is 1 where the row counts. */
const registeredBits = Uint16Array.of(0, personBits.registered);
const destituteBits = Uint16Array.of(0, personBits.destitute);
const deadBits = Uint16Array.of(0, personBits.dead);
const noBits = Uint16Array.of(0);

/**
 * The signs of every person as bits. They are told table by table, because a column read from end to end costs a tenth of
 * the same values asked for person by person.
 */
export function personSigns(cases: PersonCases, facts: PersonFacts, places: ComparedPlaces): Uint16Array {
  const { people, caseOf, count } = cases;
  const signs = new Uint16Array(count);
  for (const person of cases.joined()) signs[person]! |= personBits.joined;
  for (const person of cases.withCandidates()) signs[person]! |= personBits.candidates;
  // By person: the first name and the last source; -1 where there was none yet.
  const seen = { name: new Int32Array(count).fill(-1), source: new Int8Array(count).fill(-1) };
  for (const table of people.tables) markRows(signs, seen, table, caseOf, facts);
  // Rows of `dibao` and `registered`.
  const place = { townships: new Int32Array(count).fill(-1), villages: new Int32Array(count) };
  const roster = people.tables.find(({ source }) => source === 'dibao-roster');
  const registration = people.tables.find(({ source }) => source === 'poverty-registration');
  const rural = { bytes: facts.roster, byte: assistedAs.rural };
  if (roster !== undefined) markPlaces(signs, place, roster, rural, cases, places);
  if (registration !== undefined) markPlaces(signs, place, registration, { bytes: facts.registered, byte: 1 }, cases, places);
  return signs;
}

/** Which sets of their persons the rows of a source are in: a byte a row, and what it means. */
function setsOf(source: PersonSource, facts: PersonFacts): { readonly bytes?: Uint8Array; readonly bits: Uint16Array } {
  switch (source) {
    case 'dibao-roster':
      return { bytes: facts.roster, bits: rosterBits };
    case 'assistance-system':
      return { bytes: facts.system, bits: systemBits };
    case 'poverty-registration':
      return { bytes: facts.registered, bits: registeredBits };
    case 'destitute-roster':
      return { bytes: facts.destituteActive, bits: destituteBits };
    case 'death-register':
      return { bytes: facts.dead, bits: deadBits };
    default:
      return { bits: noBits };
  }
}

interface Seen {
  readonly name: Int32Array;
  readonly source: Int8Array;
}

/**
 * What the rows of a table say of their persons, in one pass: sets, wrong and missing ids, the second row of one source, names
 * that differ, and what is written behind a name or in a remark where that could contradict the status.
 */
function markRows(signs: Uint16Array, seen: Seen, rows: PersonTable, caseOf: Int32Array, facts: PersonFacts): void {
  const { source, order, table, names, first, length } = rows;
  const { problem } = rows.ids;
  const { bytes, bits } = setsOf(source, facts);
  const remarks = source === 'dibao-roster' || source === 'assistance-system' ? table.codes('remark') : undefined;
  const marks = source === 'assistance-system' ? table.numbers('povertyMark') : undefined;
  for (let row = 0; row < length; row += 1) {
    const person = caseOf[first + row]!;
    const byte = bytes === undefined ? 0 : bytes[row]!;
    let own = bits[byte]!;
    if ((own & anyAssistance) !== 0 && (signs[person]! & anyAssistance) !== 0) own |= personBits['assisted-twice'];
    if (marks !== undefined && byte !== 0 && marks[row] === 1) own |= personBits.marked;
    const wrong = problem[row]!;
    if (wrong !== usable) own |= wrong === missing ? personBits['id-missing'] : personBits['id-faulty'];
    if (seen.source[person] === order) own |= personBits.repeated;
    else seen.source[person] = order;
    const name = names[row]!;
    const before = seen.name[person]!;
    if (before === -1) seen.name[person] = name;
    else if (before !== name) own |= personBits['several-names'];
    if (remarks !== undefined) {
      // The same name again has been looked at: roster and system come first.
      const tail = before !== name && nameTail(table.texts.text(name)) !== '';
      if (tail || (remarks[row] !== 0 && byte !== 0)) own |= personBits.remarked;
    }
    signs[person]! |= own;
  }
}

/** The first place that each person's rows name, as pool codes of what is written; -1 where no row did yet. */
interface FirstPlaces {
  readonly townships: Int32Array;
  readonly villages: Int32Array;
}

/** Marks persons with a row in another place than their first. Looks at the rows of one table whose byte in `bytes` is `byte`. */
function markPlaces(
  signs: Uint16Array,
  first: FirstPlaces,
  { townships, villages, first: from, length }: PersonTable,
  { bytes, byte }: { readonly bytes: Uint8Array; readonly byte: number },
  { caseOf }: PersonCases,
  places: ComparedPlaces,
): void {
  for (let row = 0; row < length; row += 1) {
    if (bytes[row] !== byte) continue;
    const person = caseOf[from + row]!;
    const township = townships![row]!;
    const village = villages![row]!;
    const before = first.townships[person]!;
    if (before === -1) {
      first.townships[person] = township;
      first.villages[person] = village;
    } else if (before !== township || first.villages[person] !== village) {
      // As compared; a blank township or village tells nothing, so it is another place unless all is written alike.
      const place = places.number(township, village);
      const same = place >= 0 && place === places.number(before, first.villages[person]!);
      if (!same) signs[person]! |= personBits['several-places'];
    }
  }
}
