import { expect, test } from 'vitest';
import { holdsPersonalNumber } from './personal-number.ts';

test.each([
  ['an id', '230123196001010014'],
  ['an id in groups', '230123 19600101 0014'],
  ['an account in groups', '6228-4801-2345-6789'],
  ['the shortest account', '帐号12345678'],
  ['a telephone number', '138 1234 5678'],
  ['full-width digits', '２３０１２３１９６００１０１００１４'],
])('%s is somebody’s number', (_, text) => {
  expect(holdsPersonalNumber(text)).toBe(true);
});

test.each([
  ['a word', '渐退期'],
  ['a code', '0000'],
  ['a day', '20200630'],
  ['a day with marks', '2020-06-30'],
  ['a month and a figure', '2020年6月300元'],
])('%s is nobody’s', (_, text) => {
  expect(holdsPersonalNumber(text)).toBe(false);
});
