import type { RegistrationHousehold } from '../../schemas/case.ts';
import { personBits, registrationBits } from '../../schemas/signs.ts';
import type { SourceTable } from '../../schemas/source-table.ts';
import type { RegistrationRow } from '../../schemas/sources/rows.ts';
import { normaliseKey } from '../../schemas/values/text.ts';
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

const memberBits = [personBits.dibao, personBits.urban, personBits.destitute] as const;
const householdBits = [registrationBits.dibao, registrationBits.urban, registrationBits.destitute] as const;

/** What a household has of its members: `signs` of a person. */
function bitsOfMember(signs: number): number {
  let bits = (signs & personBits.dibao) === 0 ? registrationBits['part-without-dibao'] : 0;
  for (let at = 0; at < memberBits.length; at += 1) if ((signs & memberBits[at]!) !== 0) bits |= householdBits[at]!;
  return bits;
}

function registrationSigns(
  table: SourceTable<'poverty-registration'>,
  householdOf: Int32Array,
  count: number,
  signsOf: (row: number) => number,
): Uint8Array {
  const signs = new Uint8Array(count);
  const attributes = table.codes('attribute');
  const calls = new Map([
    [table.texts.intern('一般贫困户'), registrationBits['called-ordinary']],
    [table.texts.intern('低保贫困户'), registrationBits['called-dibao']],
    [table.texts.intern('特困供养贫困户'), registrationBits['called-destitute']],
  ]);
  for (let row = 0; row < table.length; row += 1) {
    const household = householdOf[row]!;
    if (household >= 0) signs[household]! |= bitsOfMember(signsOf(row)) | (calls.get(attributes[row]!) ?? 0);
  }
  return signs;
}

/**
 * `registered` is 1 for rows other than 边缘, `personOf` the case of a row, `signsOfPerson` by case. Households are numbered as their first rows come.
 */
export function registrationHouseholds(
  table: SourceTable<'poverty-registration'>,
  registered: Uint8Array,
  personOf: (index: number) => number,
  signsOfPerson: Uint16Array,
): RegistrationHouseholds {
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
    const head = members.find((row) => normaliseKey(row.relation) === '户主') ?? members[0]!;
    return { number, householdId: head.householdId, rows: members, head, persons: [...persons] };
  };
  const signs = registrationSigns(table, householdOf, count, (row) => signsOfPerson[personOf(row)]!);
  return { count, householdOf, signs, household };
}
