import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** Pages of 64 KiB that each begins with, of the first all of its memory plan; `name` is what its code goes by. */
export const kernels = [
  { folder: '../reading/kernel/', file: 'kernel-code.ts', name: 'kernelCode', pages: 72 },
  { folder: '../reporting/kernel/', file: 'text-kernel-code.ts', name: 'textKernelCode', pages: 4 },
].map((kernel) => ({ ...kernel, file: fileURLToPath(new URL(kernel.folder + kernel.file, import.meta.url)) }));

/** What is not touched is only promised; places are signed numbers of four bytes. */
const mostPages = 32_767;

/** The module of a kernel's code as it follows from `assembly/`. @param {(typeof kernels)[number]} kernel */
export async function kernelModule({ folder, name, pages }) {
  const entry = fileURLToPath(new URL(`${folder}assembly/kernel.ts`, import.meta.url));
  const memory = ['--initialMemory', `${pages}`, '--maximumMemory', `${mostPages}`, '--runtime', 'stub'];
  const options = ['-O3', '--converge', '--noAssert', '--enable', 'simd', '--outFile', 'kernel.wasm'];
  let code = Buffer.alloc(0);
  const { error, stderr } = await asc.main([entry, ...options, ...memory], {
    writeFile: (_name, contents) => {
      code = Buffer.from(contents);
    },
  });
  if (error) throw new Error(stderr.toString());
  const text = code.toString('base64');
  return `/** What \`npm run kernels\` has compiled of \`assembly/\`. */\nexport const ${name} =\n  '${text}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const kernel of kernels) writeFileSync(kernel.file, await kernelModule(kernel));
}
