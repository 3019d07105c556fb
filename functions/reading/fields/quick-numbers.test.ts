import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCount } from '../../../schemas/values/count.ts';
import { readDay } from '../../../schemas/values/day.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import { quickCount, quickDay, quickFen } from './quick-numbers.ts';

const written = fc.string({ unit: fc.constantFrom(...'0123459.,-３ 元'), minLength: 0, maxLength: 14 });

test.each([
  ['counts', quickCount, readCount, ['3', '0', '0012', '9999']],
  ['fen', quickFen, (text: string) => readMoney(text, '元'), ['300', '300.5', '300.00', '0.07']],
  ['days', quickDay, readDay, ['2020-05-03', '20200503', '2020-02-29']],
] as const)('%s that are read quickly are those that are read with care', (_, quick, careful, usual) => {
  for (const text of usual) expect(quick(text)).toBe(careful(text));
  fc.assert(
    fc.property(written, (text) => {
      const value = quick(text);
      if (value !== -1) expect(value).toBe(careful(text));
    }),
    { numRuns: 2000 },
  );
});
