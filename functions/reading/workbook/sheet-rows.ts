import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import type { RawRecord } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { cellPlace, columnLetters, lastRow } from './cell-reference.ts';
import { damaged } from './damaged.ts';
import type { SharedStrings } from './string-store.ts';
import type { XmlHandler } from './xml-scanner.ts';
import { attribute, unescapeOffice } from './xml-text.ts';

/** Days from 1900's day 0 to 1904's. */
const days1904 = 1462;

/** A formula whose result was never computed, as some programs write it: taken for blank it would be read wrongly. */
const uncomputed = { error: '公式没有计算结果' } as const;

/**
 * Gathers the records of a sheet part. Rows without a value are left out: their numbers are missing between the others.
 * The declared dimension of the sheet is never believed.
 */
export class SheetRows implements XmlHandler {
  /** How many merged ranges the part lists, to be held against those that were read before the rows. */
  mergedRanges = 0;
  readonly #budget: WorkBudget;
  readonly #strings: SharedStrings;
  readonly #dateStyles: readonly boolean[] | undefined;
  #records: RawRecord[] = [];
  #inData = false;
  #row = 0;
  #rowKnown = false;
  #cells: Cell[] = [];
  #values = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #words = '';
  #formula = false;
  #inline = false;
  #phonetic = false;
  #collecting = false;

  /** `dateStyles` only for a workbook that counts its days from 1904: the cells in them are moved. */
  constructor(budget: WorkBudget, strings: SharedStrings, dateStyles: readonly boolean[] | undefined) {
    this.#budget = budget;
    this.#strings = strings;
    this.#dateStyles = dateStyles;
  }

  get waiting(): number {
    return this.#records.length;
  }

  take(): RawRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  open(name: string, attributes: string): void {
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true;
      else if (name === 'mergeCell' && attribute(attributes, 'ref')?.includes(':')) this.mergedRanges++;
    } else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#collecting = true;
    else if (name === 't') this.#collecting = this.#inline && !this.#phonetic;
    else if (name === 'f') this.#formula = true;
    else if (name === 'is') this.#inline = true;
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'row') this.#openRow(attribute(attributes, 'r'));
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'is') this.#inline = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'sheetData') this.#inData = false;
  }

  text(words: string): void {
    if (!this.#collecting) return;
    this.#words = this.#words === '' ? words : this.#words + words;
    const most = this.#budget.limits.cellCharacters;
    if (this.#words.length > most) {
      throw new FileRefused(`${this.#address()}的文字超过${most}个字符`, '请删去过长的文字后重新发送。');
    }
  }

  #openRow(reference: string | undefined): void {
    this.#cells = [];
    this.#values = 0;
    this.#column = -1;
    this.#rowKnown = reference !== undefined;
    this.#startRow(reference === undefined ? this.#row + 1 : Number(reference));
  }

  #startRow(row: number): void {
    if (!Number.isInteger(row) || row < 1 || row > lastRow) throw damaged('行号不是数字或超出工作表');
    if (row <= this.#row) throw damaged(`行号次序错乱（第${row}行）`);
    this.#row = row;
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    if (reference === undefined) this.#column++;
    else {
      const place = cellPlace(reference);
      if (place === undefined) throw damaged('单元格地址有误');
      if (place.row !== this.#row) {
        // Only a row without a number of its own takes it from its cells.
        if (this.#rowKnown || place.row < this.#row) throw damaged(`单元格地址与所在行不符（第${this.#row}行）`);
        this.#startRow(place.row);
      }
      this.#column = place.column;
    }
    this.#rowKnown = true;
    this.#type = attribute(attributes, 't') ?? 'n';
    if (this.#dateStyles !== undefined) this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#words = '';
    this.#formula = false;
  }

  #closeCell(): void {
    const value = this.#value();
    if (value === undefined) return;
    const column = this.#column;
    if (column >= this.#budget.limits.columns) {
      throw new FileRefused(
        `${this.#address()}超过上限${this.#budget.limits.columns}列`,
        '请删去表格右边远处多余的内容后重新发送。',
      );
    }
    while (this.#cells.length < column) this.#cells.push(undefined);
    if (this.#cells[column] !== undefined) throw damaged(`同一单元格出现两次（${this.#address()}）`);
    this.#cells[column] = value;
    this.#values++;
  }

  #closeRow(): void {
    this.#budget.addCells(this.#values);
    if (this.#values > 0) this.#records.push({ row: this.#row, cells: this.#cells });
  }

  #value(): Cell {
    const words = this.#words;
    switch (this.#type) {
      case 'n':
        return this.#number(words.trim());
      case 's': {
        if (words === '') return undefined;
        const text = this.#strings.text(Number(words));
        if (text === undefined) throw damaged(`${this.#address()}引用的共享字符串不存在`);
        return text === '' ? undefined : text;
      }
      case 'str':
      case 'inlineStr':
        return words === '' ? undefined : unescapeOffice(words);
      case 'b':
        return words === '' ? undefined : words.trim() === '1' || words.trim() === 'true';
      case 'e':
        return { error: words === '' ? '#VALUE!' : words };
      case 'd':
        return words === '' ? undefined : words;
      default:
        throw damaged(`${this.#address()}的类型不认识`);
    }
  }

  #number(words: string): Cell {
    if (words === '') return this.#formula ? uncomputed : undefined;
    if (!/^[-+.\deE]+$/.test(words)) return { error: words };
    const value = Number(words);
    if (!Number.isFinite(value)) return { error: words };
    return this.#dateStyles?.[this.#style] ? value + days1904 : value;
  }

  #address(): string {
    return `${columnLetters(this.#column)}${this.#row}`;
  }
}
