import type { Source } from '../../../schemas/sources/source.ts';
import type { ColumnAssignment } from './assign-columns.ts';

/** True where each row is a household: no column names the persons, or their names stand side by side. */
export function isRowPerHousehold({ winners, members }: ColumnAssignment): boolean {
  return !winners.has('name') && (members.length > 0 || !winners.has('relation'));
}

/**
 * Fields that a file must have a column for and has none. `given` are those for which a title, a sheet's or the file's
 * name serves.
 */
export function missingFields(source: Source, assignment: ColumnAssignment, given: ReadonlySet<string>): readonly string[] {
  const { winners, members } = assignment;
  const perHousehold = isRowPerHousehold(assignment);
  const idsOfMembers = members.some(({ id }) => id !== undefined);
  return Object.entries(source.fields).flatMap(([name, field]) => {
    if (field.requirement === 'optional' || winners.has(name) || given.has(name)) return [];
    if (field.sumOf !== undefined && winners.has(field.sumOf[0])) return [];
    if (field.orFrom !== undefined && perHousehold && winners.has(field.orFrom)) return [];
    // In a wide row the head may stand under 姓名, and the ids of all persons in the members' columns.
    if (name === 'headName' && members.length > 0 && winners.has('name')) return [];
    if (name === 'idNumber' && idsOfMembers) return [];
    return [name];
  });
}
