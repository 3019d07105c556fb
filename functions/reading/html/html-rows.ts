import { Parser } from 'htmlparser2';
import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { checkMergeCount } from '../merged-ranges.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import { HtmlTable } from './html-table.ts';

/** Elements whose words nobody sees. */
const unseen = new Set(['script', 'style', 'title', 'xml', 'template']);

/** Elements that begin a new line outside of tables. */
const lineBreaking = /^(br|p|div|tr|h\d)$/;

/**
 * Gathers the rows of the tables of a page, one below the other, as Excel shows such a file. A table within a cell, as
 * pages use for layout, gives its rows before the row that it stands in. Words outside of tables are rows of one cell.
 */
export class HtmlRows {
  readonly merges: MergedRange[] = [];
  /** Of the sheet, where Excel wrote it into the page. */
  sheetName = '';
  readonly #limits: Limits;
  readonly #addCells: (count: number) => void;
  readonly #parser: Parser;
  /** Those that are open, the innermost last. */
  readonly #tables: HtmlTable[] = [];
  #records: RawRecord[] = [];
  #row = 0;
  #depth = 0;
  #unseen = 0;
  #outside = '';

  /** `addCells` is told of the cells of each row; a page may be read more than once, and only one reading counts. */
  constructor(limits: Limits, addCells: (count: number) => void) {
    this.#limits = limits;
    this.#addCells = addCells;
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (name) => this.#close(name),
      oncomment: (comment) => {
        this.sheetName ||= /<x:Name>([^<]{1,100})<\/x:Name>/i.exec(comment)?.[1] ?? '';
      },
    });
  }

  push(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.end();
    this.#endOutside();
  }

  get waiting(): number {
    return this.#records.length;
  }

  take(): RawRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > this.#limits.nesting) {
      throw new FileRefused(
        `网页的标记嵌套超过上限${this.#limits.nesting}层`,
        '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。',
      );
    }
    if (unseen.has(name)) this.#unseen++;
    const table = this.#tables.at(-1);
    if (name === 'table') {
      this.#endOutside();
      this.#tables.push(new HtmlTable());
    } else if (table === undefined) {
      if (lineBreaking.test(name)) this.#endOutside();
    } else if (name === 'tr') {
      this.#endRow(table);
      table.startRow();
    } else if (name === 'td' || name === 'th') {
      this.#endCell(table);
      table.startCell({ down: span(attributes['rowspan']), across: span(attributes['colspan']) });
    } else if (name === 'br' && table.inCell) table.words += '\n';
  }

  #close(name: string): void {
    this.#depth--;
    if (unseen.has(name)) this.#unseen--;
    const table = this.#tables.at(-1);
    if (table === undefined) {
      if (lineBreaking.test(name)) this.#endOutside();
    } else if (name === 'td' || name === 'th') this.#endCell(table);
    else if (name === 'tr') this.#endRow(table);
    else if (name === 'table') {
      this.#endRow(table);
      this.#tables.pop();
      for (const range of table.end(this.#row)) this.merges.push(range);
    }
  }

  #text(text: string): void {
    if (this.#unseen > 0) return;
    const table = this.#tables.at(-1);
    // A line break in the source is a blank to a reader of the page.
    const words = text.replace(/[ \t\r\n]+/g, ' ');
    if (table === undefined) this.#outside += words;
    else if (table.inCell) table.words += words;
    const most = this.#limits.cellCharacters;
    if (Math.max(this.#outside.length, table?.words.length ?? 0) > most) {
      throw new FileRefused(`第${this.#row + 1}行有一格超过${most}个字符`, '请删去过长的文字后重新发送。');
    }
  }

  #endCell(table: HtmlTable): void {
    if (!table.inCell) return;
    const right = table.endCell();
    const most = this.#limits.columns;
    if (right >= most) throw new FileRefused(`第${this.#row + 1}行超过上限${most}列`, '请删去多余的列后重新发送。');
    table.cover(right);
  }

  #endRow(table: HtmlTable): void {
    this.#endCell(table);
    if (!table.inRow) return;
    this.#emit(++this.#row, table.endRow(this.#row));
    checkMergeCount(this.merges.length + table.ranges, this.#limits);
  }

  #endOutside(): void {
    const words = this.#outside.trim();
    this.#outside = '';
    if (words !== '') this.#emit(++this.#row, [words]);
  }

  #emit(row: number, cells: Cell[]): void {
    const values = cells.reduce<number>((count, cell) => (cell === undefined ? count : count + 1), 0);
    this.#addCells(values);
    if (values > 0) this.#records.push({ row, cells });
  }
}

function span(attribute: string | undefined): number {
  const count = Number.parseInt(attribute ?? '1', 10);
  return count >= 1 && count <= 1_048_576 ? count : 1;
}
