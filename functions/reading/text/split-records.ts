import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import { giveUpKernel, takeKernel } from '../kernel/row-kernel.ts';
import type { Limits } from '../limits.ts';
import { leavesQuoteOpen, parseQuotedRecord, quote } from './parse-quoted-record.ts';
import { TextRecords } from './text-records.ts';
import type { TextPiece, TextUnits } from './text-units.ts';

const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;

/** A line: where its words end, and where the next line begins. */
interface Line {
  readonly end: number;
  readonly next: number;
}

/**
 * Splits decoded text into records as it comes. Lines end in LF, CR LF or CR, also mixed in one file. A delimiter of one
 * space stands for runs of white space, within which quotes mean nothing.
 *
 * Lines without quotes are split in one pass over their units, and their cells stay where they are; lines with quotes go to
 * papaparse. To be closed when no more is asked of it or its records.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  readonly #width: number;
  readonly #limits: Limits;
  readonly #records = new TextRecords(takeKernel());
  readonly #text: TextUnits = this.#records.text;
  /** Where the text begins that is in no record yet. */
  #taken = 0;

  /** `width` is the number of columns of the heading row, 0 where it is not known yet. */
  constructor(delimiter: string, width: number, limits: Limits) {
    this.#delimiter = delimiter;
    this.#width = width;
    this.#limits = limits;
  }

  /**
   * The records that are complete with this text, until more is given. Blank lines are records without cells. Throws
   * `FileRefused`.
   */
  push(text: TextPiece): TextRecords {
    this.#text.drop(this.#taken);
    this.#text.append(text);
    return this.#split(false);
  }

  /** The last record, where the text did not end in a line break. */
  end(): TextRecords {
    this.#text.drop(this.#taken);
    return this.#split(true);
  }

  close(): void {
    giveUpKernel(this.#records.kernel);
  }

  #split(final: boolean): TextRecords {
    const records = this.#records;
    const { columns, cellCharacters, recordCharacters } = this.#limits;
    const delimiter = this.#delimiter.charCodeAt(0);
    records.clear();
    let at = 0;
    let next = 0;
    while (next >= 0) {
      at = next;
      if (delimiter !== blank) at = records.takeLines(at, delimiter, Math.min(cellCharacters, recordCharacters), columns);
      next = this.#takeLine(at, final);
    }
    this.#taken = at;
    if (this.#text.length - at > recordCharacters) this.#refuseLength(records.row + records.length);
    return records;
  }

  /** Takes one line in, or several that quotes hold together; returns where the next begins, −1 where more text must come first. */
  #takeLine(start: number, final: boolean): number {
    const text = this.#text;
    const line = start < text.length ? this.#line(start, final) : undefined;
    if (line === undefined) return -1;
    const words = text.slice(start, line.end);
    if (this.#delimiter !== ' ' && words.includes(quote)) return this.#quoted(start, final);
    this.#add(this.#delimiter === ' ' ? wordsOf(words) : words === '' ? [] : words.split(this.#delimiter), words.length);
    return line.next;
  }

  #line(from: number, final: boolean): Line | undefined {
    const { units, length } = this.#text;
    for (let at = from; at < length; at++) {
      const unit = units[at];
      if (unit === lineFeed) return { end: at, next: at + 1 };
      if (unit !== carriageReturn) continue;
      // Of a CR at the end the LF may follow.
      if (at + 1 === length) return final ? { end: at, next: length } : undefined;
      return { end: at, next: units[at + 1] === lineFeed ? at + 2 : at + 1 };
    }
    return final ? { end: length, next: length } : undefined;
  }

  /** Adds the record of a line with quotes; returns where the next one begins, −1 where more text must come first. */
  #quoted(lineStart: number, final: boolean): number {
    const { length } = this.#text;
    const lines: string[] = [];
    const starts: number[] = [];
    let next = lineStart;
    let open = true;
    while (open && next - lineStart <= this.#limits.cellCharacters) {
      const line = next < length || lines.length === 0 ? this.#line(next, final) : undefined;
      if (line === undefined) {
        if (final) break;
        return -1;
      }
      const words = this.#text.slice(next, line.end);
      open = leavesQuoteOpen(words) !== lines.length > 0;
      lines.push(words);
      next = line.next;
      starts.push(next);
    }
    const { cells, lines: taken } = parseQuotedRecord(lines, this.#delimiter, this.#width);
    const end = starts[taken - 1] ?? length;
    this.#add(cells, end - lineStart);
    return end;
  }

  /** Adds a record whose cells are made, unless it is none of any office. */
  #add(cells: readonly Cell[], characters: number): void {
    const { cellCharacters, columns, recordCharacters } = this.#limits;
    const row = this.#records.row + this.#records.length;
    if (characters > recordCharacters) this.#refuseLength(row);
    if (characters > cellCharacters) {
      if (cells.some((cell) => typeof cell === 'string' && cell.length > cellCharacters)) {
        throw new FileRefused(
          `第${row}条记录有一格超过${cellCharacters}个字符`,
          '请检查该处是否缺少换行或分隔符，改正后重新导出。',
        );
      }
    }
    if (cells.length > columns) {
      throw new FileRefused(
        `第${row}条记录有${cells.length}列，超过上限${columns}列`,
        '请检查文件的换行和分隔符，删去多余的列后重新导出。',
      );
    }
    this.#records.addMade(cells);
  }

  #refuseLength(row: number): never {
    throw new FileRefused(
      `第${row}条记录超过${this.#limits.recordCharacters}个字符，看不到换行`,
      '请检查文件是否缺少换行，重新导出为 CSV 或 xlsx。',
    );
  }
}

function wordsOf(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/u);
}
