import { checkMergeCount, checkMergeDepth } from '../merged-ranges.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { type BiffPlace, biffCells, biffText, placeOf } from './biff-cells.ts';
import type { BiffGlobals } from './biff-globals.ts';
import { biff, biffRecords } from './biff-records.ts';
import { RecordBuilder } from './record-builder.ts';

/** The rows of one sheet in order, those without a value left out. Throws `FileRefused`. */
export function* biffRows(stream: Buffer, start: number, globals: BiffGlobals, budget: WorkBudget): Generator<RawRecord> {
  const builder = new RecordBuilder(budget);
  /** The formula whose text result comes in a record of its own. */
  let formula: BiffPlace | undefined;
  for (const record of biffRecords(stream, start)) {
    const { type, data, continued } = record;
    const isResult = type === biff.string && formula !== undefined;
    const cells = isResult ? [[formula!, biffText([data, ...continued], globals)] as const] : biffCells(record, globals);
    if (type === biff.formula) formula = placeOf(data);
    for (const [{ row, column }, value] of cells) {
      if (row !== builder.row) {
        const done = builder.take();
        if (done !== undefined) yield done;
        builder.start(row);
      }
      builder.put(column, value);
    }
  }
  const last = builder.take();
  if (last !== undefined) yield last;
}

/** Merged ranges of one sheet. Throws `FileRefused`. */
export function biffMerges(stream: Buffer, start: number, budget: WorkBudget): MergedRange[] {
  const merges: MergedRange[] = [];
  for (const { type, data } of biffRecords(stream, start)) {
    if (type !== biff.mergedCells) continue;
    for (let at = 2; at + 8 <= Math.min(data.length, 2 + data.readUInt16LE(0) * 8); at += 8) {
      merges.push({
        top: data.readUInt16LE(at) + 1,
        bottom: data.readUInt16LE(at + 2) + 1,
        left: data.readUInt16LE(at + 4),
        right: data.readUInt16LE(at + 6),
      });
    }
    checkMergeCount(merges.length, budget.limits);
  }
  checkMergeDepth(merges, budget.limits);
  return merges;
}
