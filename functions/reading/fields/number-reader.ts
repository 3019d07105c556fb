import type { FieldKind } from '../../../schemas/sources/source.ts';
import { isBlank } from '../../../schemas/values/blank-characters.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { readCount } from '../../../schemas/values/count.ts';
import { readDay } from '../../../schemas/values/day.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import { readEnd, readMonth, readStart } from '../../../schemas/values/month.ts';
import type { RepairNotes } from '../../../schemas/values/repairs.ts';
import type { NumberColumn } from '../table/number-column.ts';
import { blank, type FieldReader, type FieldSetting, read, unreadable } from './field-reader.ts';
import { quickCount, quickDay, quickFen } from './quick-numbers.ts';

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

function quickly(quick: (text: string) => number, parse: Parse): Parse {
  return (cell) => {
    if (typeof cell === 'string') {
      const value = quick(cell);
      if (value >= 0) return value;
    }
    return parse(cell);
  };
}

function moneyParser({ unit, repairs }: FieldSetting): Parse {
  const notes: RepairNotes = { bits: 0 };
  const whole: Parse = (cell) => {
    notes.bits = 0;
    const value = readMoney(cell, unit, notes);
    if (notes.bits !== 0) repairs.add(notes.bits);
    return value;
  };
  return unit === '元' ? quickly(quickFen, whole) : whole;
}

function parserOf(kind: FieldKind, setting: FieldSetting): Parse {
  switch (kind) {
    case 'money':
      return moneyParser(setting);
    case 'day':
      return quickly(quickDay, remembering(readDay));
    case 'month':
      return remembering(readMonth);
    case 'start':
      return quickly(quickDay, remembering(readStart));
    case 'end':
      return quickly(quickDay, remembering(readEnd));
    default:
      return quickly(quickCount, readCount);
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
