import { columnKinds, type KernelColumn } from '../kernel/row-kernel.ts';
import { AccountColumn } from '../table/account-column.ts';
import { CodeColumn } from '../table/code-column.ts';
import type { Column } from '../table/column.ts';
import { FlagColumn } from '../table/flag-column.ts';
import { blankInteger } from '../table/number-column.ts';
import { PackedIdColumn } from '../table/packed-id-column.ts';
import { hasOwnResults, type RowSetting } from './row-setting.ts';
import type { PlannedColumn } from './sheet-plan.ts';

function kindOf(planned: PlannedColumn, column: Column, setting: RowSetting): KernelColumn['kind'] {
  const { kind } = planned.field;
  if (column instanceof PackedIdColumn) return columnKinds.id;
  if (column instanceof AccountColumn) return columnKinds.account;
  if (column instanceof FlagColumn) return columnKinds.yes;
  if (hasOwnResults(planned, setting)) return columnKinds.choice;
  if (column instanceof CodeColumn) return kind === 'choice' || kind === 'key' ? columnKinds[kind] : columnKinds.text;
  if (kind === 'money') return planned.unit === '元' ? columnKinds.money : columnKinds.careful;
  return kind === 'day' || kind === 'month' || kind === 'start' || kind === 'end' ? columnKinds[kind] : columnKinds.count;
}

function blankOf(column: Column, kind: KernelColumn['kind']): number {
  if (column instanceof FlagColumn) return column.blankFlag;
  if (column instanceof CodeColumn) return kind === columnKinds.choice ? column.blankCode : 0;
  return column instanceof AccountColumn ? 0 : blankInteger;
}

/** A column as the kernel reads it; `bit` and `isBlankJudged` are its host's. */
export function kernelColumn(
  planned: PlannedColumn,
  setting: RowSetting,
  { bit, isBlankJudged }: Pick<KernelColumn, 'bit' | 'isBlankJudged'>,
): KernelColumn {
  const column = setting.table.column(planned.name);
  const kind = kindOf(planned, column, setting);
  return { position: planned.position, kind, bit, blank: blankOf(column, kind), isBlankJudged };
}
