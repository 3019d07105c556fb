import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule } from './write-kernel.mjs';

test('the kernel that is committed is the one that `npm run kernel` makes', async () => {
  expect(readFileSync(new URL('../reading/kernel/kernel-code.ts', import.meta.url), 'utf8')).toBe(await kernelModule());
});
