import type { Cell, MonthCell } from './cell.ts';
import { type Day, firstOfMonth, firstOfNextMonth, makeDay, readDay } from './day.ts';

// A dot asks for two digits: `2020.1` may be what a spreadsheet left of `2020.10`.
const written = /^(\d{4})\s*(?:[-/]\s*(\d{1,2})|\.(\d{2})|年\s*(\d{1,2})\s*月|(\d{2}))$/;

function plainMonth(cell: Cell): Day | undefined {
  if (typeof cell === 'number') {
    const sixDigits = Number.isInteger(cell) && cell >= 100_000 && cell < 1_000_000;
    return sixDigits ? makeDay(Math.floor(cell / 100), cell % 100, 1) : undefined;
  }
  if (typeof cell !== 'string') return undefined;
  const parts = written.exec(cell.normalize('NFKC').trim());
  if (parts === null) return undefined;
  return makeDay(Number(parts[1]), Number(parts[2] ?? parts[3] ?? parts[4] ?? parts[5]), 1);
}

const isMonthCell = (cell: Cell): cell is MonthCell => typeof cell === 'object' && 'monthOf' in cell;

/** The first day of the month that a cell names: `2020-05`, `2020年5月`, `202005`, or any day of it. */
export function readMonth(cell: Cell): Day | undefined {
  const day = readDay(cell);
  return day === undefined ? plainMonth(cell) : firstOfMonth(day);
}

/** The first day with assistance: a day is itself, a month its first. */
export function readStart(cell: Cell): Day | undefined {
  return isMonthCell(cell) ? readMonth(cell) : (readDay(cell) ?? plainMonth(cell));
}

/** The first day without assistance: a day is itself; a month is the last one paid, so the first of the next. */
export function readEnd(cell: Cell): Day | undefined {
  const day = readDay(cell);
  if (day !== undefined) return isMonthCell(cell) ? firstOfNextMonth(day) : day;
  const month = plainMonth(cell);
  return month === undefined ? undefined : firstOfNextMonth(month);
}
