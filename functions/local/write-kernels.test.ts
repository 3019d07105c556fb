import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelModule, kernels } from './write-kernels.mjs';

test.each(kernels)('the $name that is committed is the one that `npm run kernels` makes', async (kernel) => {
  expect(readFileSync(kernel.file, 'utf8')).toBe(await kernelModule(kernel));
});
