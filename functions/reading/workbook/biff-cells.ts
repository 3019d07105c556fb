import type { Cell } from '../../../schemas/values/cell.ts';
import { biffError, formulaResult } from './biff-formula.ts';
import type { BiffGlobals } from './biff-globals.ts';
import { type BiffRecord, biff } from './biff-records.ts';
import { BiffReader } from './biff-text.ts';
import { columnLetters } from './cell-reference.ts';
import { damaged } from './damaged.ts';
import { styledNumber } from './date-styles.ts';

/** Row as shown from 1, column from 0. */
export interface BiffPlace {
  readonly row: number;
  readonly column: number;
}

export function placeOf(data: Buffer): BiffPlace {
  return { row: data.readUInt16LE(0) + 1, column: data.readUInt16LE(2) };
}

/** The cells that a record holds, blank ones apart. A formula's text result is in a STRING record: see `biffText`. */
export function biffCells(record: BiffRecord, globals: BiffGlobals): [BiffPlace, Cell][] {
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
      return [[placeOf(data), biffText([data.subarray(6), ...continued], globals)]];
    case biff.number:
      return [[placeOf(data), dated(data.readDoubleLE(6), data.readUInt16LE(4), globals)]];
    case biff.rk:
      return [[placeOf(data), dated(rkNumber(data.readUInt32LE(6)), data.readUInt16LE(4), globals)]];
    case biff.multipleRk:
      return multipleRk(data, globals);
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

export function biffText(pieces: readonly Buffer[], { unicode, decoder }: BiffGlobals): string {
  const reader = new BiffReader(pieces);
  const length = reader.uint16();
  return unicode ? reader.unicode(length) : reader.bytes(length, decoder);
}

function multipleRk(data: Buffer, globals: BiffGlobals): [BiffPlace, Cell][] {
  const { row, column } = placeOf(data);
  return Array.from({ length: Math.floor((data.length - 6) / 6) }, (_, index) => [
    { row, column: column + index },
    dated(rkNumber(data.readUInt32LE(6 + index * 6)), data.readUInt16LE(4 + index * 6), globals),
  ]);
}

/** A number in 30 bits: an integer or the upper half of a double, perhaps in hundredths. */
function rkNumber(bits: number): number {
  const double = Buffer.alloc(8);
  double.writeUInt32LE((bits & 0xfffffffc) >>> 0, 4);
  const value = bits & 2 ? bits >> 2 : double.readDoubleLE(0);
  return bits & 1 ? value / 100 : value;
}

function dated(value: number, style: number, { dates }: BiffGlobals): Cell {
  return styledNumber(value, style, dates);
}
