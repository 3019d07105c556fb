import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCount } from '../../../schemas/values/count.ts';
import { readDay } from '../../../schemas/values/day.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import { readEnd, readMonth, readStart } from '../../../schemas/values/month.ts';
import { quickNumber } from './quick-numbers.ts';

const written = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123459.,-３ 元'), minLength: 0, maxLength: 14 }),
  fc
    .tuple(fc.constantFrom('2020', '1999', '0000'), fc.constantFrom('-', '/', ''), fc.constantFrom('02', '12', '13', '5'))
    .map((parts) => parts.join('')),
);

/** As the units stand between other letters in a text. */
function quick(kind: Parameters<typeof quickNumber>[0], text: string): number {
  const units = Uint16Array.from(`9${text}9`, (letter) => letter.charCodeAt(0));
  return quickNumber(kind, '元')(units, 1, units.length - 1);
}

test.each([
  ['count', readCount, ['3', '0', '0012', '9999']],
  ['money', (text: string) => readMoney(text, '元'), ['300', '300.5', '300.00', '0.07']],
  ['day', readDay, ['2020-05-03', '20200503', '2020-02-29']],
  ['month', readMonth, ['2020-05', '202005', '2020-05-03', '20200503']],
  ['start', readStart, ['2020-05', '202012', '2020-05-03', '20200503']],
  ['end', readEnd, ['2020-12', '202005', '2020-05-03', '20200503']],
] as const)('a %s that is read quickly is that which is read with care', (kind, careful, usual) => {
  for (const text of usual) expect(quick(kind, text)).toBe(careful(text));
  fc.assert(
    fc.property(written, (text) => {
      const value = quick(kind, text);
      if (value !== -1) expect(value).toBe(careful(text));
    }),
    { numRuns: 2000 },
  );
});
