import type { RegistrationHousehold } from '../../schemas/case.ts';
import { personBits, registrationBits } from '../../schemas/signs.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import type { RegistrationRow } from '../../schemas/sources/rows.ts';
import { isHead } from '../../schemas/values/relation.ts';
import { RowGroups } from './row-groups.ts';

/** The poverty bureau's households by its own numbering, which no other source shares. */
export interface RegistrationHouseholds {
  readonly count: number;
  /** -1 for 边缘 rows. */
  readonly householdOf: Int32Array;
  /** By household: `registrationBits`. */
  readonly signs: Uint8Array;
  household(number: number): RegistrationHousehold;
}

/** What a household has of a member: `signs` of a person. */
const bitsOfMember = (signs: number): number =>
  ((signs & personBits.dibao) === 0 ? registrationBits['part-without-dibao'] : registrationBits.dibao) |
  ((signs & personBits.urban) === 0 ? 0 : registrationBits.urban) |
  ((signs & personBits.destitute) === 0 ? 0 : registrationBits.destitute);

function registrationSigns(
  table: SourceTable<'poverty-registration'>,
  householdOf: Int32Array,
  count: number,
  signsOf: (row: number) => number,
): Uint8Array {
  const signs = new Uint8Array(count);
  const attributes = table.codes('attribute');
  const ordinary = table.texts.intern('一般贫困户');
  const dibao = table.texts.intern('低保贫困户');
  const destitute = table.texts.intern('特困供养贫困户');
  for (let row = 0; row < householdOf.length; row += 1) {
    const household = householdOf[row]!;
    if (household < 0) continue;
    const attribute = attributes[row];
    let called = 0;
    if (attribute === ordinary) called = registrationBits['called-ordinary'];
    else if (attribute === dibao) called = registrationBits['called-dibao'];
    else if (attribute === destitute) called = registrationBits['called-destitute'];
    signs[household]! |= bitsOfMember(signsOf(row)) | called;
  }
  return signs;
}

export interface RegistrationHouseholdSources {
  readonly table: SourceTable<'poverty-registration'>;
  /** By row: 0 for 边缘 rows, whose people are no registered poor; else 1. */
  readonly registered: Uint8Array;
  /** The person case that a row belongs to. */
  readonly personOf: (row: number) => number;
  /** By person case: `personBits`. */
  readonly signsOfPerson: Uint16Array;
}

/** Households are numbered in the order of their first rows. */
export function registrationHouseholds({
  table,
  registered,
  personOf,
  signsOfPerson,
}: RegistrationHouseholdSources): RegistrationHouseholds {
  const ids = table.codes('householdId');
  // By pool code: the household plus one. Columns of keys hold the form in which they are compared.
  const byId = new Int32Array(table.texts.size);
  const householdOf = new Int32Array(table.length).fill(-1);
  let count = 0;
  for (let row = 0; row < table.length; row += 1) {
    if (registered[row] === 0) continue;
    const id = ids[row]!;
    if (byId[id] === 0) {
      count += 1;
      byId[id] = count;
    }
    householdOf[row] = byId[id]! - 1;
  }
  const rows = new RowGroups(householdOf, count);
  const household = (number: number): RegistrationHousehold => {
    const members: RegistrationRow[] = [];
    const persons = new Set<number>();
    for (let at = rows.start(number); at < rows.start(number + 1); at += 1) {
      members.push(table.row(rows.at(at)));
      persons.add(personOf(rows.at(at)));
    }
    const head = members.find((row) => isHead(row.relation)) ?? members[0]!;
    return { number, householdId: head.householdId, rows: members, head, persons: [...persons] };
  };
  const signs = registrationSigns(table, householdOf, count, (row) => signsOfPerson[personOf(row)]!);
  return { count, householdOf, signs, household };
}
