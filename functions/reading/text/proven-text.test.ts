import { expect, test } from 'vitest';
import { ProvenText } from './proven-text.ts';

const textOf = (proven: ProvenText) =>
  [...proven.take()].map((units) => Buffer.from(units.slice().buffer).toString('utf16le')).join('');

test('a text comes back as it was put in, also where one part is longer than a piece of memory', () => {
  const parts = ['姓名,金额\n', '𠮷', `${'x'.repeat(65_535)}𠮷`, '', '末'];
  const proven = new ProvenText();
  for (const part of parts) proven.append(part);
  expect(textOf(proven)).toBe(parts.join(''));
  expect(proven.isEmpty).toBe(true);
});

test('a text that follows in the memory of another one holds nothing of it', () => {
  const first = new ProvenText();
  first.append('旧'.repeat(1000));
  first.giveUp();
  const second = new ProvenText();
  second.append('新');
  expect(textOf(second)).toBe('新');
});
