import { personBits } from '../../schemas/signs.ts';
import { nameTail } from '../../schemas/values/person-name.ts';
import { idProblems } from '../../schemas/values/resident-id.ts';
import { assistedAs } from './assisted-rows.ts';
import type { ComparedPlaces } from './compared-places.ts';
import type { PersonCases } from './person-cases.ts';
import type { PersonFacts } from './person-facts.ts';
import type { PersonTable } from './person-tables.ts';

const usable = idProblems.indexOf('none');
const missing = idProblems.indexOf('missing');
const anyAssistance = personBits.dibao | personBits.urban | personBits.destitute;

/** By `assistedAs` of a roster or system row. */
const rosterBits = new Uint16Array(5);
rosterBits[assistedAs.rural] = personBits.dibao;
rosterBits[assistedAs.urban] = personBits.urban;
const systemBits = new Uint16Array(5).fill(personBits.system, 1);
systemBits[assistedAs.destitute]! |= personBits.destitute;

/**
 * The signs of every person as bits. They are told table by table, because a column read from end to end costs a tenth of
 * the same values asked for person by person.
 */
export function personSigns(cases: PersonCases, facts: PersonFacts, places: ComparedPlaces): Uint16Array {
  const { people, caseOf, count } = cases;
  const signs = new Uint16Array(count);
  for (const person of cases.joined()) signs[person]! |= personBits.joined;
  for (const person of cases.withCandidates()) signs[person]! |= personBits.candidates;
  // By person: what the first row said, and what no row said yet. One array serves all that are compared so.
  const first = new Int32Array(count).fill(-1);
  for (const table of people.tables) markNames(signs, first, table, caseOf, facts);
  first.fill(-1);
  for (const table of people.tables) markIds(signs, first, table, caseOf);
  first.fill(-1);
  markPlaces(signs, first, people.tables, caseOf, facts, places);
  for (const table of people.tables) markSets(signs, table, caseOf, facts);
  return signs;
}

/** Names that differ, and what is written behind them or in a remark where that could contradict the status. */
function markNames(
  signs: Uint16Array,
  first: Int32Array,
  { source, table, names, first: from, length }: PersonTable,
  caseOf: Int32Array,
  facts: PersonFacts,
): void {
  const assisted = source === 'dibao-roster' ? facts.roster : source === 'assistance-system' ? facts.system : undefined;
  const remarks = assisted && table.codes('remark');
  const { texts } = table;
  for (let row = 0; row < length; row += 1) {
    const person = caseOf[from + row]!;
    const name = names[row]!;
    const before = first[person]!;
    if (before === -1) first[person] = name;
    else if (before !== name) signs[person]! |= personBits['several-names'];
    if (assisted === undefined) continue;
    // The same name again has been looked at: roster and system come first.
    const tail = before !== name && nameTail(texts.text(name)) !== '';
    if (tail || (remarks![row] !== 0 && assisted[row] !== 0)) signs[person]! |= personBits.remarked;
  }
}

/** Wrong and missing ids, and the second row of one source: `last` holds the source in which the person stood last. */
function markIds(signs: Uint16Array, last: Int32Array, { order, ids, first, length }: PersonTable, caseOf: Int32Array): void {
  const { problem } = ids;
  for (let row = 0; row < length; row += 1) {
    const person = caseOf[first + row]!;
    if (last[person] === order) signs[person]! |= personBits.repeated;
    else last[person] = order;
    const wrong = problem[row]!;
    if (wrong !== usable) signs[person]! |= wrong === missing ? personBits['id-missing'] : personBits['id-faulty'];
  }
}

function setBits({ source, table }: PersonTable, facts: PersonFacts): ((row: number) => number) | undefined {
  switch (source) {
    case 'dibao-roster':
      return (row) => rosterBits[facts.roster[row]!]!;
    case 'assistance-system': {
      const marks = table.numbers('povertyMark');
      return (row) => systemBits[facts.system[row]!]! | (facts.system[row] !== 0 && marks[row] === 1 ? personBits.marked : 0);
    }
    case 'poverty-registration':
      return (row) => (facts.registered[row] === 1 ? personBits.registered : 0);
    case 'destitute-roster':
      return (row) => (facts.destituteActive[row] === 1 ? personBits.destitute : 0);
    case 'death-register':
      return (row) => (facts.dead[row] === 1 ? personBits.dead : 0);
    default:
      return undefined;
  }
}

function markSets(signs: Uint16Array, table: PersonTable, caseOf: Int32Array, facts: PersonFacts): void {
  const bitsOfRow = setBits(table, facts);
  if (bitsOfRow === undefined) return;
  for (let row = 0; row < table.length; row += 1) {
    const bits = bitsOfRow(row);
    if (bits === 0) continue;
    const person = caseOf[table.first + row]!;
    const twice = (bits & anyAssistance) !== 0 && (signs[person]! & anyAssistance) !== 0;
    signs[person]! |= twice ? bits | personBits['assisted-twice'] : bits;
  }
}

/** Where a person's rows of `dibao` and `registered` do not all stand. */
function markPlaces(
  signs: Uint16Array,
  first: Int32Array,
  tables: readonly PersonTable[],
  caseOf: Int32Array,
  facts: PersonFacts,
  places: ComparedPlaces,
): void {
  const roster = tables.find(({ source }) => source === 'dibao-roster');
  const registration = tables.find(({ source }) => source === 'poverty-registration');
  for (const table of [roster, registration]) {
    if (table === undefined) continue;
    const [wanted, byte] = table === roster ? [facts.roster, assistedAs.rural] : [facts.registered, 1];
    for (let row = 0; row < table.length; row += 1) {
      if (wanted[row] !== byte) continue;
      const person = caseOf[table.first + row]!;
      const before = first[person]!;
      if (before === -1) {
        first[person] = table.first + row;
        continue;
      }
      const other = roster !== undefined && before < roster.first + roster.length ? roster : registration!;
      if (!samePlace(other, before - other.first, table, row, places)) signs[person]! |= personBits['several-places'];
    }
  }
}

/** As compared; a blank township or village tells nothing, so it is another place unless all is written alike. */
function samePlace(one: PersonTable, oneRow: number, other: PersonTable, otherRow: number, places: ComparedPlaces): boolean {
  const [township, village] = [one.townships![oneRow]!, one.villages![oneRow]!];
  const [otherTownship, otherVillage] = [other.townships![otherRow]!, other.villages![otherRow]!];
  if (township === otherTownship && village === otherVillage) return true;
  const place = places.number(township, village);
  return place >= 0 && place === places.number(otherTownship, otherVillage);
}
