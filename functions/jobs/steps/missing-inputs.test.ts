import { expect, it } from 'vitest';
import { memoryStore } from '../memory-ports.ts';
import { missingInputs } from './missing-inputs.ts';

const missing = (...files: string[]) =>
  missingInputs(
    memoryStore(new Map(files.map((file) => [`230123/2020Q3/${file}`, Uint8Array.of(1)]))),
    'payout',
    '230123',
    '2020Q3',
  );

it('names the sources of which no file has come, those that a run needs apart', async () => {
  expect(await missing('payment-list/a.csv', 'death-register/b.xls')).toEqual({
    required: ['bank-payout'],
    optional: ['assistance-system', 'dibao-roster'],
    unsorted: 0,
  });
});

it('counts the files whose source only their headings will tell', async () => {
  expect(await missing('payment-list/a.csv', '回盘.txt')).toMatchObject({ required: ['bank-payout'], unsorted: 1 });
});

it('takes the lock of an open file, and what the system leaves behind, for no file', async () => {
  const stray = ['bank-payout/~$回盘.xlsx', 'bank-payout/.DS_Store', 'Thumbs.db'];
  expect(await missing('payment-list/a.csv', ...stray)).toMatchObject({ required: ['bank-payout'], unsorted: 0 });
});
