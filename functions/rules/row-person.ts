import type { PersonCase } from '../../schemas/case.ts';
import type { AnyRow, ListRow } from '../../schemas/sources/rows.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { ResidentId } from '../../schemas/values/resident-id.ts';

/** The row's own id (a payment list is about heads); undefined in sources without persons. */
export function rowId(row: AnyRow): ResidentId | undefined {
  if (row.source === 'payment-list') return (row as ListRow).headId;
  return 'idNumber' in row ? row.idNumber : undefined;
}

/** The row's own name: of a bank row its 户名. */
export function rowName(row: AnyRow): string {
  if (row.source === 'payment-list') return (row as ListRow).headName;
  if ('name' in row) return row.name;
  return 'accountName' in row ? row.accountName : '';
}

/** Whether every row of a source must have an id, so that a missing one is worth a finding. */
export function idRequired(source: SourceId): boolean {
  const field = source === 'payment-list' ? 'headId' : 'idNumber';
  return sources[source].fields[field]?.requirement === 'required';
}

/** Every row of a case, whatever its source. */
export function rowsOfPerson({ rows }: PersonCase): readonly AnyRow[] {
  const all: AnyRow[] = [];
  const { roster, system, registration, destitute, death, list, benefit, exclusion } = rows;
  // Most people stand in two of them: a spread of all eight would cost more than what it gathers.
  for (const some of [roster, system, registration, destitute, death, list, benefit, exclusion]) {
    for (const row of some) all.push(row);
  }
  return all;
}
