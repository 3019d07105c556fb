import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { leavesQuoteOpen, parseQuotedRecord } from './parse-quoted-record.ts';
import { TextRecords } from './text-records.ts';
import { TextUnits } from './text-units.ts';

const lineFeed = 10;
const carriageReturn = 13;
const quoteMark = 34;

/** A line: where its words end, and where the next line begins. */
interface Line {
  readonly end: number;
  readonly next: number;
}

/**
 * Splits decoded text into records as it comes. Lines end in LF, CR LF or CR, also mixed in one file. A delimiter of one
 * space stands for runs of white space, within which quotes mean nothing.
 *
 * Text without quotes is split in one pass over its units, and its cells stay where they are; lines with quotes go to
 * papaparse.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  readonly #width: number;
  readonly #limits: Limits;
  readonly #text = new TextUnits();
  readonly #records = new TextRecords(this.#text);
  /** Where the text begins that is in no record yet. */
  #taken = 0;
  #row = 0;

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
  push(text: string): TextRecords {
    this.#text.drop(this.#taken);
    this.#text.append(text);
    return this.#split(false);
  }

  /** The last record, where the text did not end in a line break. */
  end(): TextRecords {
    this.#text.drop(this.#taken);
    return this.#split(true);
  }

  #split(final: boolean): TextRecords {
    const records = this.#records;
    const { units, length } = this.#text;
    const blanks = this.#delimiter === ' ';
    const delimiter = blanks ? -1 : this.#delimiter.charCodeAt(0);
    const quote = blanks ? -1 : quoteMark;
    const highestMark = Math.max(delimiter, quoteMark);
    records.clear(this.#row + 1);
    let { bounds } = records;
    let used = 0;
    let lineStart = 0;
    bounds[used++] = 0;
    let at = 0;
    for (; at < length; at++) {
      const code = units[at]!;
      // With a comma this passes over Han, letters and digits in one comparison.
      if (code > highestMark) continue;
      if (code === delimiter) {
        bounds[used++] = at + 1;
        // Room for the end of a record and the beginning of the next.
        if (used + 2 > bounds.length) bounds = records.widen();
      } else if (code === lineFeed || code === carriageReturn) {
        const next = this.#afterBreak(at, final);
        if (next < 0) break;
        used = this.#endRecord(lineStart, at, used, blanks);
        lineStart = bounds[used++] = next;
        if (used + 2 > bounds.length) bounds = records.widen();
        at = next - 1;
      } else if (code === quote) {
        const next = this.#quoted(lineStart, final);
        if (next < 0) break;
        used = records.firsts[records.length]!;
        lineStart = bounds[used++] = next;
        if (used + 2 > bounds.length) bounds = records.widen();
        at = next - 1;
      }
    }
    if (final && lineStart < length) {
      this.#endRecord(lineStart, length, used, blanks);
      lineStart = length;
    }
    this.#taken = lineStart;
    if (length - lineStart > this.#limits.recordCharacters) this.#refuseLength(this.#row + 1);
    return records;
  }

  /** Ends the record of a line from `start` to `end`, whose cells begin at the bounds before `used`; returns the next bound. */
  #endRecord(start: number, end: number, used: number, blanks: boolean): number {
    const records = this.#records;
    let next = used;
    if (end > start) records.bounds[next++] = end + 1;
    if (blanks) records.make(words(this.#text.slice(start, end)));
    records.end(next);
    this.#check(end - start);
    return next;
  }

  /** Where the line after the break at `at` begins; -1 where a CR is the last character yet, whose LF may follow. */
  #afterBreak(at: number, final: boolean): number {
    const { units, length } = this.#text;
    if (units[at] === lineFeed) return at + 1;
    if (at + 1 === length) return final ? at + 1 : -1;
    return units[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  #line(from: number, final: boolean): Line | undefined {
    const { units, length } = this.#text;
    for (let at = from; at < length; at++) {
      const code = units[at];
      if (code !== lineFeed && code !== carriageReturn) continue;
      const next = this.#afterBreak(at, final);
      return next < 0 ? undefined : { end: at, next };
    }
    return final ? { end: length, next: length } : undefined;
  }

  /** Adds the record of a line with quotes; returns where the next one begins, -1 where more text must come first. */
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
    const records = this.#records;
    records.make(cells);
    records.end(records.firsts[records.length]! + 1);
    this.#check(end - lineStart);
    return end;
  }

  /** Counts the record that has just been ended, and refuses what no office writes. */
  #check(characters: number): void {
    const records = this.#records;
    const record = records.length - 1;
    const row = ++this.#row;
    if (characters > this.#limits.recordCharacters) this.#refuseLength(row);
    if (characters > this.#limits.cellCharacters) {
      if (records.cells(record).some((cell) => typeof cell === 'string' && cell.length > this.#limits.cellCharacters)) {
        throw new FileRefused(
          `第${row}条记录有一格超过${this.#limits.cellCharacters}个字符`,
          '请检查该处是否缺少换行或分隔符，改正后重新导出。',
        );
      }
    }
    const columns = records.width(record);
    if (columns > this.#limits.columns) {
      throw new FileRefused(
        `第${row}条记录有${columns}列，超过上限${this.#limits.columns}列`,
        '请检查文件的换行和分隔符，删去多余的列后重新导出。',
      );
    }
  }

  #refuseLength(row: number): never {
    throw new FileRefused(
      `第${row}条记录超过${this.#limits.recordCharacters}个字符，看不到换行`,
      '请检查文件是否缺少换行，重新导出为 CSV 或 xlsx。',
    );
  }
}

function words(line: string): string[] {
  const trimmed = line.trim();
  return trimmed === '' ? [] : trimmed.split(/\s+/u);
}
