import { FileRefused } from './file-refused.ts';
import type { Limits } from './limits.ts';
import type { MergedRange } from './raw-sheet.ts';

const mend = '请取消不必要的合并后重新发送。';

/** Throws `FileRefused` where a sheet has more merged ranges than its limits allow. */
export function checkMergeCount(count: number, limits: Limits): void {
  if (count > limits.mergedRanges) throw new FileRefused(`合并单元格超过上限${limits.mergedRanges}处`, mend);
}

/**
 * Throws `FileRefused` where more ranges cover one row than a row has columns: they overlap, and whoever fills the rows
 * below would do so for each of them. Overlaps of a few are left alone, since export programs do write a range twice.
 */
export function checkMergeDepth(merges: readonly MergedRange[], limits: Limits): void {
  if (merges.length <= limits.columns) return;
  const changes = new Map<number, number>();
  for (const { top, bottom } of merges) {
    changes.set(top, (changes.get(top) ?? 0) + 1);
    changes.set(bottom + 1, (changes.get(bottom + 1) ?? 0) - 1);
  }
  let open = 0;
  for (const [row, change] of [...changes].sort(([a], [b]) => a - b)) {
    open += change;
    if (open > limits.columns) throw new FileRefused(`第${row}行被${open}处合并单元格重叠覆盖`, mend);
  }
}
