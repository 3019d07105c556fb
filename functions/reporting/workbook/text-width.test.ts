import { describe, expect, it } from 'vitest';
import { columnLetters, linesOf, textWidth } from './text-width.ts';

describe('the width of a text', () => {
  it('counts a Han character twice', () => {
    expect(textWidth('张三abc')).toBe(7);
    expect(textWidth('（１）')).toBe(6);
  });

  it.each([
    ['张三', 9, 1],
    ['东兴村民委员会', 10, 2],
    ['低保台账 a.csv第2行\n系统 b.csv第3行', 40, 2],
    ['', 10, 1],
    ['\n', 10, 2],
    // A number that no longer fits begins a line of its own.
    ['证件号230121197306191535不符', 22, 3],
    ['证件号230121197306191535', 27, 1],
    ['1'.repeat(30), 22, 2],
  ])('gives the lines of %j in a column of %d', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});

describe('column letters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %d is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});
