import type { Cell } from '../../../schemas/values/cell.ts';
import { FileRefused } from '../file-refused.ts';
import { checkMergeCount, checkMergeDepth } from '../merged-ranges.ts';
import type { MergedRange, RawRecord } from '../raw-sheet.ts';
import type { WorkBudget } from '../work-budget.ts';
import { biffError, formulaResult } from './biff-formula.ts';
import type { BiffGlobals } from './biff-globals.ts';
import { type BiffRecord, biff, biffRecords } from './biff-records.ts';
import { BiffReader } from './biff-text.ts';
import { columnLetters } from './cell-reference.ts';
import { damaged } from './damaged.ts';

const days1904 = 1462;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The rows of one sheet in order, those without a value left out. Throws `FileRefused`. */
export function* biffRows(stream: Buffer, start: number, globals: BiffGlobals, budget: WorkBudget): Generator<RawRecord> {
  const row = new RowInMaking(budget);
  /** The formula whose text result comes in a record of its own. */
  let formula: Place | undefined;
  for (const record of biffRecords(stream, start)) {
    const cells =
      record.type === biff.string && formula !== undefined ? [resultText(record, formula, globals)] : cellsOf(record, globals);
    if (record.type === biff.formula) formula = placeOf(record.data);
    for (const [place, value] of cells) {
      if (place.row !== row.number && row.number > 0) {
        const done = row.take();
        if (done !== undefined) yield done;
      }
      row.put(place, value);
    }
  }
  const last = row.take();
  if (last !== undefined) yield last;
}

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

function placeOf(data: Buffer): Place {
  return { row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(2) };
}

/** The cells that a record holds, blank ones apart. */
function cellsOf(record: BiffRecord, globals: BiffGlobals): [Place, Cell][] {
  const { type, data, continued } = record;
  switch (type) {
    case biff.labelShared: {
      const place = placeOf(data);
      const text = globals.strings.text(data.readUInt32LE(6));
      if (text === undefined) throw damaged(`${columnLetters(place.column)}${place.row}引用的共享字符串不存在`);
      return [[place, text]];
    }
    case biff.label:
    case biff.richString:
      return [[placeOf(data), textOf([data.subarray(6), ...continued], globals)]];
    case biff.number:
      return [[placeOf(data), dated(data.readDoubleLE(6), data.readUInt16LE(4), globals)]];
    case biff.rk:
      return [[placeOf(data), dated(rkNumber(data.readUInt32LE(6)), data.readUInt16LE(4), globals)]];
    case biff.multipleRk: {
      const { row, column } = placeOf(data);
      const count = Math.floor((data.length - 6) / 6);
      return Array.from({ length: count }, (_, index): [Place, Cell] => [
        { row, column: column + index },
        dated(rkNumber(data.readUInt32LE(6 + index * 6)), data.readUInt16LE(4 + index * 6), globals),
      ]);
    }
    case biff.booleanOrError:
      return [[placeOf(data), data[7] === 0 ? data[6] === 1 : biffError(data[6])]];
    case biff.formula: {
      const value = formulaResult(data);
      return [[placeOf(data), typeof value === 'number' ? dated(value, data.readUInt16LE(4), globals) : value]];
    }
    default:
      return [];
  }
}

function resultText({ data, continued }: BiffRecord, place: Place, globals: BiffGlobals): [Place, Cell] {
  return [place, textOf([data, ...continued], globals)];
}

function textOf(pieces: readonly Buffer[], { unicode, decoder }: BiffGlobals): string {
  const reader = new BiffReader(pieces);
  const length = reader.uint16();
  return unicode ? reader.unicode(length) : reader.bytes(length, decoder);
}

/** A number in 30 bits: an integer or the upper half of a double, perhaps in hundredths. */
function rkNumber(bits: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = bits & 2 ? bits >> 2 : double.readDoubleLE(0);
  return bits & 1 ? value / 100 : value;
}

function dated(value: number, style: number, { dateStyles }: BiffGlobals): number {
  return dateStyles?.[style] ? value + days1904 : value;
}

class RowInMaking {
  number = 0;
  readonly #budget: WorkBudget;
  #cells: Cell[] = [];
  #values = 0;
  #last = 0;

  constructor(budget: WorkBudget) {
    this.#budget = budget;
  }

  put({ row, column }: Place, value: Cell): void {
    if (row < this.#last) throw damaged(`行号次序错乱（第${row}行）`);
    this.number = this.#last = row;
    if (value === undefined || value === '') return;
    const { columns, cellCharacters } = this.#budget.limits;
    const address = `${columnLetters(column)}${row}`;
    if (column >= columns) throw new FileRefused(`${address}超过上限${columns}列`, '请删去表格右边远处多余的内容后重新发送。');
    if (typeof value === 'string' && value.length > cellCharacters) {
      throw new FileRefused(`${address}的文字超过${cellCharacters}个字符`, '请删去过长的文字后重新发送。');
    }
    while (this.#cells.length < column) this.#cells.push(undefined);
    if (this.#cells[column] !== undefined) throw damaged(`同一单元格出现两次（${address}）`);
    this.#cells[column] = value;
    this.#values++;
  }

  take(): RawRecord | undefined {
    const record = this.#values > 0 ? { row: this.number, cells: this.#cells } : undefined;
    this.#budget.addCells(this.#values);
    this.#cells = [];
    this.#values = 0;
    return record;
  }
}
