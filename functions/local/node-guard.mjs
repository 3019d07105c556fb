import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: it has to run on the Node that is too old, to say so.

const needed = 24;

/** @returns {string | undefined} What is wrong with the running Node, in Chinese and English. */
export function nodeProblem() {
  if (Number(process.versions.node.split('.')[0]) >= needed) return undefined;
  return [
    `需要 Node ${needed} 或更高版本，当前是 ${process.versions.node}。请在本文件夹运行 npm ci（Linux、Windows x64 会自动装好），其他系统请安装 Node ${needed}。`,
    `Node ${needed} or newer is needed, this is ${process.versions.node}. Run npm ci here (brings it on Linux and Windows x64); elsewhere install Node ${needed}.`,
  ].join('\n');
}

/** @returns {string | undefined} The Node that npm installed beside us, where there is one for this machine. */
export function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`));
    const binary = join(folder, 'bin', platform === 'win' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

// npm scripts call this file by itself and go no further where it fails.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problem = nodeProblem();
  if (problem) {
    console.error(problem);
    process.exitCode = 1;
  }
}
