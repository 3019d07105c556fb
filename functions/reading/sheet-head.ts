import { headingRows } from './headings/find-heading.ts';
import type { RawRecord, RawSheet, RecordBatch } from './raw-sheet.ts';
import { TextRecords } from './text/text-records.ts';

/** The beginning of a sheet, read far enough to find its heading; and the rest, not yet read. */
export interface SheetHead {
  readonly records: readonly RawRecord[];
  readonly rest: AsyncIterable<RecordBatch>;
  /** Call when the rest is not wanted: frees what the reader holds. */
  readonly giveUp: () => Promise<void>;
}

/** The batch without the records before `from`. */
function restOf(batch: RecordBatch, from: number): RecordBatch {
  if (batch instanceof TextRecords) {
    batch.leaveOut(from);
    return batch;
  }
  return batch.slice(from);
}

/** Goes as far as a heading may stand, and to the first row of several cells, which a layout of the profile is held against. */
export async function readSheetHead(sheet: RawSheet): Promise<SheetHead> {
  const batches = sheet.batches()[Symbol.asyncIterator]();
  const records: RawRecord[] = [];
  let ended = false;
  let begun: RecordBatch = [];
  let severalCells = false;
  while (!ended && (records.at(-1)?.row ?? 0) <= headingRows) {
    const next = await batches.next();
    if (next.done) ended = true;
    else {
      let taken = 0;
      for (const record of next.value) {
        records.push(record);
        taken += 1;
        severalCells ||= record.cells.length > 1;
        if (record.row > headingRows && severalCells) break;
      }
      begun = restOf(next.value, taken);
    }
  }
  async function* rest() {
    yield begun;
    if (!ended) yield* { [Symbol.asyncIterator]: () => batches };
  }
  return {
    records,
    rest: rest(),
    giveUp: async () => {
      if (!ended) await batches.return?.();
    },
  };
}
