import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainAccount } from '../../../schemas/values/account.ts';
import { readCount } from '../../../schemas/values/count.ts';
import { type Day, readDay } from '../../../schemas/values/day.ts';
import { readMoney } from '../../../schemas/values/money.ts';
import { readEnd, readMonth, readStart } from '../../../schemas/values/month.ts';
import { checkCharacter, newIdScan, scanResidentId } from '../../../schemas/values/resident-id.ts';
import { isPlain } from '../../../schemas/values/text.ts';
import { newKernel } from './kernel-instance.ts';
import { columnKinds, RowKernel } from './row-kernel.ts';

const latestBirth = 20200630 as Day;

/** A kernel that has read `text` as the second cell of a line, between others; its careful cells are those it leaves to its host. */
function kernelWith(kind: keyof typeof columnKinds, text: string): RowKernel {
  const kernel = new RowKernel();
  const line = `9,${text},9\n`;
  Buffer.from(kernel.buffer, kernel.unitsAt).write(line, 'utf16le');
  kernel.firsts[0] = 0;
  kernel.takeLines(0, line.length, ','.charCodeAt(0), 100, 100, 0);
  kernel.ordinary.fill(1);
  kernel.setColumns([{ position: 1, kind: columnKinds[kind], bit: 1, blank: -7, isBlankJudged: false }], {
    width: 100,
    reach: -1,
    sequenceAt: -1,
    latestBirth,
  });
  expect(kernel.records).toBe(1);
  expect(kernel.readRows(0, 1)).toBe(1);
  return kernel;
}

const isCareful = (kernel: RowKernel) => kernel.carefulCount > 0;

const numberText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123459.-３ 元'), minLength: 1, maxLength: 14 }),
  fc
    .tuple(
      fc.constantFrom('2020', '1999', '0000', '2100'),
      fc.constantFrom('-', '/', ''),
      fc.constantFrom('02', '12', '13', '5'),
      fc.constantFrom('', '-29', '30', '-31', '31'),
    )
    .map((parts) => parts.join('')),
);

test.each([
  ['count', readCount, ['3', '0', '0012', '9999']],
  ['money', (text: string) => readMoney(text, '元'), ['300', '300.5', '300.00', '0.07', '21474836.47']],
  ['day', readDay, ['2020-05-03', '20200503', '2020-02-29']],
  ['month', readMonth, ['2020-05', '202005', '2020-05-03', '20200503']],
  ['start', readStart, ['2020-05', '202012', '2020-05-03', '20200503']],
  ['end', readEnd, ['2020-12', '202005', '2020-05-03', '20200503']],
] as const)('a %s that the kernel reads is that which is read with care', (kind, careful, usual) => {
  for (const text of usual) expect(kernelWith(kind, text).values(0)[0]).toBe(careful(text));
  fc.assert(
    fc.property(numberText, (text) => {
      const kernel = kernelWith(kind, text);
      if (!isCareful(kernel)) expect(kernel.values(0)[0]).toBe(careful(text));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['money', '21474836.48'],
  ['money', '-300'],
  ['money', '300.'],
  ['money', '.5'],
  ['money', '1.234'],
  ['day', '2019-02-29'],
  ['day', '2020-5-3'],
  ['month', '202013'],
  ['count', '12345'],
  ['yes', '√'],
  ['yes', '是是'],
  ['choice', '户主'],
  ['key', '示农低（2019）1'],
  ['text', ' 张三'],
  ['text', '（略）'],
  ['account', '1234567'],
  ['account', '6217 8510 0000 0001'],
  ['careful', '3'],
] as const)('a %s that says “%s” is left to the host', (kind, text) => {
  expect(isCareful(kernelWith(kind, text))).toBe(true);
});

test('an id that the kernel reads is that which is read with care; what does not identify is left to the host', () => {
  const eighteen = fc.oneof(
    fc
      .tuple(fc.constantFrom('230123', '000000'), fc.constantFrom('19520101', '20200701', '19530229'), fc.nat(999))
      .map(([area, born, order]) => {
        const first = area + born + String(order).padStart(3, '0');
        return first + checkCharacter(first);
      }),
    fc.string({ unit: fc.constantFrom(...'0019X'), minLength: 18, maxLength: 18 }),
    fc.constantFrom('230123195201010000', '111111111111111111', '23012319520101001x', '230123195201010012'),
    fc.string({ unit: fc.constantFrom(...'12X'), minLength: 1, maxLength: 22 }),
  );
  fc.assert(
    fc.property(eighteen, (text) => {
      const kernel = kernelWith('id', text);
      const scan = newIdScan();
      scanResidentId(text, latestBirth, scan);
      const asItStands = text.length === 18 && scan.width === 18 && scan.repairs === 0;
      expect(isCareful(kernel)).toBe(!asItStands);
      if (!asItStands) return;
      const bytes = ([0, 1, 2] as const).map((of) => kernel.bytes(0, of)[0]);
      expect([kernel.values(0)[0], kernel.seconds(0)[0], ...bytes]).toEqual([scan.high, scan.low, scan.tail, 18, scan.problem]);
    }),
    { numRuns: 500 },
  );
});

test('all of the memory plan is there from the beginning', () => {
  const { endAt, memory } = newKernel();
  expect(endAt.value).toBeLessThanOrEqual(memory.buffer.byteLength);
});

test('a text that is asked of the host is written as it is compared', () => {
  const written = fc.string({ unit: fc.constantFrom(...'12张三Ａ（ 　é'), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(written, (text) => {
      expect(isCareful(kernelWith('key', text))).toBe(!isPlain(text));
      expect(isCareful(kernelWith('text', text))).toBe(!isPlain(text.charAt(0)));
      expect(isCareful(kernelWith('account', text))).toBe(!isPlainAccount(text));
    }),
  );
});

test('a blank cell holds what blank ones hold, and says so', () => {
  for (const kind of ['text', 'key', 'account', 'choice', 'money', 'day'] as const) {
    const kernel = kernelWith(kind, '');
    expect([kernel.values(0)[0], kernel.blanks[0], isCareful(kernel)]).toEqual([-7, 1, false]);
  }
});

test('a word of a choice is known once the host has read it, a text from the row above', () => {
  const kernel = kernelWith('choice', '户主');
  const [, , from, to] = kernel.careful;
  kernel.learn(0, from!, to!, 42);
  expect(kernel.readRows(0, 1)).toBe(1);
  expect([kernel.carefulCount, kernel.values(0)[0]]).toEqual([0, 42]);
});
