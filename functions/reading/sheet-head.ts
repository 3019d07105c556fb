import { headingRows } from './headings/find-heading.ts';
import type { RawRecord, RawSheet, RecordBatch } from './raw-sheet.ts';

/** The beginning of a sheet, read far enough to find its heading; and the rest, not yet read. */
export interface SheetHead {
  readonly records: readonly RawRecord[];
  readonly rest: AsyncIterable<RecordBatch>;
  /** Call when the rest is not wanted: frees what the reader holds. */
  readonly giveUp: () => Promise<void>;
}

export async function readSheetHead(sheet: RawSheet): Promise<SheetHead> {
  const batches = sheet.batches()[Symbol.asyncIterator]();
  const records: RawRecord[] = [];
  let ended = false;
  while (!ended && (records.at(-1)?.row ?? 0) <= headingRows) {
    const next = await batches.next();
    if (next.done) ended = true;
    else for (const record of next.value) records.push(record);
  }
  const rest = { [Symbol.asyncIterator]: () => batches };
  return {
    records,
    rest,
    giveUp: async () => {
      if (!ended) await batches.return?.();
    },
  };
}
