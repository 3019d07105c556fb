import type { FieldKind } from '../../../schemas/sources/source.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readCount } from '../../../schemas/values/count.ts';
import { readDay } from '../../../schemas/values/day.ts';
import { isBeyondRow, readMoney } from '../../../schemas/values/money.ts';
import { readEnd, readMonth, readStart } from '../../../schemas/values/month.ts';
import { type RepairNotes, writtenRepairs } from '../../../schemas/values/repairs.ts';
import { isPlain } from '../../../schemas/values/text.ts';
import type { NumberColumn } from '../table/number-column.ts';
import { blank, type FieldReader, type FieldSetting, read, unreadable } from './field-reader.ts';

type Parse = (cell: Cell) => number | undefined;

/** Dates are few and repeat: what was read once is found again by its text. */
const rememberedTexts = 4096;

function remembering(parse: Parse): Parse {
  const known = new Map<string, number>();
  return (cell) => {
    if (typeof cell !== 'string') return parse(cell);
    const before = known.get(cell);
    if (before !== undefined) return before;
    const value = parse(cell);
    // The key is written anew, because a substring would hold on to the decoded chunk that it was cut from.
    if (value !== undefined && known.size < rememberedTexts) known.set(cell.split('').join(''), value);
    return value;
  };
}

function moneyParser({ unit, repairs }: FieldSetting): Parse {
  const notes: RepairNotes = { bits: 0 };
  return (cell) => {
    notes.bits = 0;
    const value = readMoney(cell, unit, notes);
    if (isBeyondRow(value)) return undefined;
    if (notes.bits !== 0) repairs.add(notes.bits);
    return value;
  };
}

/** Counts what had to be mended of a value that was understood, and of each cell that repeats it. */
function mending(parse: Parse, { repairs }: FieldSetting): Parse {
  return (cell) => {
    const value = parse(cell);
    if (value !== undefined && typeof cell === 'string' && !isPlain(cell)) repairs.add(writtenRepairs(cell.replace(time, '')));
    return value;
  };
}

/** Behind a day, where the white space before it belongs. */
const time = /\s+\d{1,2}:\d{2}.*$/;

function parserOf(kind: FieldKind, setting: FieldSetting): Parse {
  switch (kind) {
    case 'money':
      return moneyParser(setting);
    case 'day':
      return mending(remembering(readDay), setting);
    case 'month':
      return mending(remembering(readMonth), setting);
    case 'start':
      return mending(remembering(readStart), setting);
    case 'end':
      return mending(remembering(readEnd), setting);
    default:
      return mending(readCount, setting);
  }
}

/** Counts, fen and days. */
export function numberReader(kind: FieldKind, column: NumberColumn, setting: FieldSetting): FieldReader {
  const parse = parserOf(kind, setting);
  return (cell, row) => {
    const value = cell === '' || cell === undefined ? undefined : parse(cell);
    if (value !== undefined) {
      column.set(row, value);
      return read;
    }
    column.set(row, Number.NaN);
    return isBlank(cell) ? blank : unreadable;
  };
}
