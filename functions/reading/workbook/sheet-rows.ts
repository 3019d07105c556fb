import type { Cell } from '../../../schemas/values/cell.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { AttributeWalker, attribute } from './attribute-walker.ts';
import { cellPlace, lastRow, placeColumn, placeRow } from './cell-reference.ts';
import { damaged } from './damaged.ts';
import { type DateStyles, styledNumber } from './date-styles.ts';
import { RecordBuilder } from './record-builder.ts';
import { sheetCell } from './sheet-cell.ts';
import type { SharedStrings } from './string-store.ts';
import type { XmlHandler } from './xml-scanner.ts';

const letterR = 114;
const letterS = 115;
const letterT = 116;

/**
 * Gathers the records of a sheet part. Rows without a value are left out: their numbers are missing between the others.
 * The declared dimension of the sheet is never believed.
 */
export class SheetRows implements XmlHandler {
  /** How many merged ranges the part lists, to be held against those that were read before the rows. */
  mergedRanges = 0;
  readonly #strings: SharedStrings;
  readonly #dates: DateStyles | undefined;
  readonly #mostCharacters: number;
  readonly #record: RecordBuilder;
  readonly #attributes = new AttributeWalker();
  #records: RawRecord[] = [];
  #inData = false;
  #rowKnown = false;
  #column = -1;
  #type = '';
  #style = 0;
  #words = '';
  #formula = false;
  #inline = false;
  #phonetic = false;
  #collecting = false;

  /** `dates` only for a workbook that has a style in which a number is more than it says. */
  constructor(budget: WorkBudget, strings: SharedStrings, dates: DateStyles | undefined) {
    this.#strings = strings;
    this.#dates = dates;
    this.#mostCharacters = budget.limits.cellCharacters;
    this.#record = new RecordBuilder(budget);
  }

  get waiting(): number {
    return this.#records.length;
  }

  take(): RawRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  open(name: string, text: string, from: number, to: number): void {
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true;
      else if (name === 'mergeCell' && attribute(text, from, to, 'ref')?.includes(':')) this.mergedRanges++;
    } else if (name === 'c') this.#openCell(text, from, to);
    else if (name === 'v') this.#collecting = true;
    else if (name === 't') this.#collecting = this.#inline && !this.#phonetic;
    else if (name === 'f') this.#formula = true;
    else if (name === 'is') this.#inline = true;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'row') this.#openRow(attribute(text, from, to, 'r'));
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'c') this.#record.put(this.#column, this.#value());
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') this.#inline = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'sheetData') this.#inData = false;
  }

  text(words: string): void {
    if (!this.#collecting) return;
    this.#words = this.#words === '' ? words : this.#words + words;
    // Before the cell is whole: it may be of a hundred megabytes.
    if (this.#words.length > this.#mostCharacters) this.#record.refuseLength(this.#column);
  }

  #openRow(reference: string | undefined): void {
    this.#column = -1;
    this.#rowKnown = reference !== undefined;
    this.#startRow(reference === undefined ? this.#record.row + 1 : Number(reference));
  }

  #startRow(row: number): void {
    if (!Number.isInteger(row) || row < 1 || row > lastRow) throw damaged('行号不是数字或超出工作表');
    this.#record.start(row);
  }

  #openCell(text: string, from: number, to: number): void {
    this.#column++;
    this.#type = 'n';
    this.#style = 0;
    this.#words = '';
    this.#formula = false;
    const attributes = this.#attributes;
    attributes.start(text, from, to);
    while (attributes.next()) {
      if (attributes.nameLength !== 1 || attributes.prefixed) continue;
      const name = text.charCodeAt(attributes.nameStart);
      if (name === letterR) this.#place(cellPlace(text, attributes.valueStart, attributes.valueEnd));
      else if (name === letterT) this.#type = text.slice(attributes.valueStart, attributes.valueEnd);
      else if (name === letterS && this.#dates !== undefined) {
        this.#style = Number(text.slice(attributes.valueStart, attributes.valueEnd));
      }
    }
    this.#rowKnown = true;
  }

  #place(place: number): void {
    if (place < 0) throw damaged('单元格地址有误');
    const row = placeRow(place);
    if (row !== this.#record.row) {
      // Only a row without a number of its own takes it from its cells.
      if (this.#rowKnown || row < this.#record.row) throw damaged(`单元格地址与所在行不符（第${this.#record.row}行）`);
      this.#startRow(row);
    }
    this.#column = placeColumn(place);
  }

  #closeRow(): void {
    const record = this.#record.take();
    if (record !== undefined) this.#records.push(record);
  }

  #value(): Cell {
    if (this.#type === 's') {
      if (this.#words === '') return undefined;
      const text = this.#strings.text(Number(this.#words));
      if (text === undefined) throw damaged(`${this.#record.address(this.#column)}引用的共享字符串不存在`);
      return text;
    }
    const value = sheetCell(this.#type, this.#words, this.#formula);
    if (value === null) throw damaged(`${this.#record.address(this.#column)}的类型不认识`);
    return typeof value === 'number' ? styledNumber(value, this.#style, this.#dates) : value;
  }
}
