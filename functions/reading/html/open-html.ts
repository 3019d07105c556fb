import type { FileBytes } from '../file-bytes.ts';
import { checkMergeDepth } from '../merged-ranges.ts';
import type { MergedRange, RawFile, RawRecord, RawSheet } from '../raw-sheet.ts';
import type { HeadingRecogniser } from '../text/choose-delimiter.ts';
import { chooseEncoding, type EncodingChoice, sampleOf } from '../text/choose-encoding.ts';
import { decode } from '../text/decode.ts';
import type { WorkBudget } from '../work-budget.ts';
import { HtmlRows } from './html-rows.ts';

const batchRows = 1024;
const rowsScored = 12;
const closingBracket = 62;

/**
 * Opens a page with tables, as systems save it under the name .xls. The encoding comes from the bytes as with text: what
 * such pages declare is often not what they are in. Throws `FileRefused`, also while the sheet is read.
 */
export async function openHtml(bytes: FileBytes, recognises: HeadingRecogniser, budget: WorkBudget): Promise<RawFile> {
  const beginning = (sample: string) => {
    const rows = new HtmlRows(budget.limits, () => {});
    rows.push(sample);
    return rows;
  };
  const encoding = await chooseEncoding(bytes, (sample) =>
    beginning(sample)
      .take()
      .slice(0, rowsScored)
      .some(({ cells }) => Number(recognises(cells)) > 0),
  );
  const name = beginning(sampleOf(bytes, encoding)).sheetName;
  return {
    kind: 'html',
    encoding: encoding.encoding,
    delimiter: undefined,
    sheets: [new HtmlSheet(name, bytes, encoding, budget)],
  };
}

class HtmlSheet implements RawSheet {
  readonly name: string;
  readonly visible = true;
  readonly tabular = true;
  readonly #bytes: FileBytes;
  readonly #encoding: EncodingChoice;
  readonly #budget: WorkBudget;

  constructor(name: string, bytes: FileBytes, encoding: EncodingChoice, budget: WorkBudget) {
    this.name = name;
    this.#bytes = bytes;
    this.#encoding = encoding;
    this.#budget = budget;
  }

  async merges(): Promise<readonly MergedRange[]> {
    const rows = new HtmlRows(this.#budget.limits, () => {});
    for await (const text of this.#texts()) {
      rows.push(text);
      rows.take();
    }
    rows.end();
    checkMergeDepth(rows.merges, this.#budget.limits);
    return rows.merges;
  }

  async *batches(): AsyncGenerator<readonly RawRecord[]> {
    const rows = new HtmlRows(this.#budget.limits, (count) => this.#budget.addCells(count));
    for await (const text of this.#texts()) {
      rows.push(text);
      if (rows.waiting >= batchRows) yield rows.take();
    }
    rows.end();
    if (rows.waiting > 0) yield rows.take();
  }

  async *#texts(): AsyncGenerator<string> {
    const { encoding, mark } = this.#encoding;
    this.#budget.resume();
    for await (const text of decode(this.#bytes.chunks(), encoding, false, mark, closingBracket)) {
      this.#budget.checkTime();
      yield text;
    }
    this.#budget.pause();
  }
}
