import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const entry = fileURLToPath(new URL('../reading/kernel/assembly/kernel.ts', import.meta.url));
const written = fileURLToPath(new URL('../reading/kernel/kernel-code.ts', import.meta.url));

/** Pages of 64 KiB: all of the memory plan at first. What is not touched is only promised; places are signed numbers of four bytes. */
const [pages, mostPages] = ['72', '32767'];

/** The module `kernel-code.ts` as it follows from `assembly/`. */
export async function kernelModule() {
  const memory = ['--initialMemory', pages, '--maximumMemory', mostPages, '--runtime', 'stub'];
  const options = ['-O3', '--converge', '--noAssert', '--enable', 'simd', '--outFile', 'kernel.wasm'];
  let code = Buffer.alloc(0);
  const { error, stderr } = await asc.main([entry, ...options, ...memory], {
    writeFile: (_name, contents) => {
      code = Buffer.from(contents);
    },
  });
  if (error) throw new Error(stderr.toString());
  const text = code.toString('base64');
  return `/** What \`npm run kernel\` has compiled of \`assembly/\`. */\nexport const kernelCode =\n  '${text}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(written, await kernelModule());
