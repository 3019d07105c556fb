import type { Cell } from './cell.ts';
import { isPlain } from './text.ts';

declare const day: unique symbol;

/** A calendar day as the number yyyymmdd, so 20200630; days compare as numbers. No clock, no time zone. */
export type Day = number & { readonly [day]: true };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lengthOf = (year: number, month: number) => (month === 2 && leap(year) ? 29 : (monthLengths[month - 1] ?? 0));

/** Undefined where there is no such day. Years 1 to 9999, month from 1. */
export function makeDay(year: number, month: number, date: number): Day | undefined {
  const real = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month);
  return real ? ((year * 10000 + month * 100 + date) as Day) : undefined;
}

export const yearOf = (value: Day): number => Math.floor(value / 10000);
/** From 1. */
export const monthOf = (value: Day): number => Math.floor(value / 100) % 100;
/** Day of the month, from 1. */
const dateOf = (value: Day): number => value % 100;

export const firstOfMonth = (value: Day): Day => (value - dateOf(value) + 1) as Day;
export const lastOfMonth = (value: Day): Day => (value - dateOf(value) + lengthOf(yearOf(value), monthOf(value))) as Day;
export const firstOfNextMonth = (value: Day): Day =>
  (monthOf(value) === 12 ? (yearOf(value) + 1) * 10000 + 101 : firstOfMonth(value) + 100) as Day;

/** `2020-06-30`. */
export function dayText(value: Day): string {
  const digits = String(value).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

const millisecondsADay = 86_400_000;

// The year is set apart, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
const dayNumber = (value: Day) => new Date(0).setUTCFullYear(yearOf(value), monthOf(value) - 1, dateOf(value)) / millisecondsADay;

function dayAt(number: number): Day {
  const date = new Date(number * millisecondsADay);
  return (date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()) as Day;
}

export const addDays = (value: Day, days: number): Day => dayAt(dayNumber(value) + days);

const daysBefore1970 = 25569;

/** Excel's last day, 9999-12-31: what stands where something has no end. */
const lastSerial = 2_958_465;

/**
 * The day of an Excel serial number; its time of day is left off. Only serials of five digits (1927 to 2173) and of seven
 * (from 4637 on) are taken for days: `2020` in a date column is a year that somebody typed, not a day of 1905, and `202005`
 * is a month.
 */
function daySerial(serial: number): Day | undefined {
  const isDay = (serial >= 10000 && serial < 100000) || (serial >= 1_000_000 && serial < lastSerial + 1);
  return isDay ? dayAt(Math.floor(serial) - daysBefore1970) : undefined;
}

const separated = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const chinese = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
const serialText = /^\d{5}(?:\.\d+)?$/;

const eightDigits = (value: number) => makeDay(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);

/**
 * `2020-05-03`, `2020/5/3`, `2020.5.3`, `2020年5月3日`, `20200503` (text or number) and Excel days (number or text),
 * in full-width digits too; a time of day behind it is left off. Undefined for anything else.
 */
export function readDay(cell: Cell): Day | undefined {
  if (typeof cell === 'number') {
    return Number.isInteger(cell) && cell >= 1e7 && cell < 1e8 ? eightDigits(cell) : daySerial(cell);
  }
  if (typeof cell === 'object' && 'monthOf' in cell) return daySerial(cell.monthOf);
  if (typeof cell !== 'string') return undefined;
  const text = isPlain(cell) ? cell : cell.normalize('NFKC').trim();
  if (/^\d{8}$/.test(text)) return eightDigits(Number(text));
  const parts = separated.exec(text);
  if (parts !== null) return makeDay(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  const words = chinese.exec(text);
  if (words !== null) return makeDay(Number(words[1]), Number(words[2]), Number(words[3]));
  return serialText.test(text) ? daySerial(Number(text)) : undefined;
}
