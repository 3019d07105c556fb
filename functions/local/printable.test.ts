import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it.each([
  ['张三\u001b[2J', '张三␛[2J'],
  ['a\rb\nc\td', 'a␍b␊c␉d'],
  ['\u009b31m\u202e行', '\ufffd31m\ufffd行'],
])('nothing in a line steers the terminal: %j', (line, shown) => {
  expect(printable(line)).toBe(shown);
});

it('leaves what people write as it is', () => {
  const line = '  第 3 行  “乡（镇）”：𠮷林·阿依古丽，￥300.00 → 采用';
  expect(printable(line)).toBe(line);
});
