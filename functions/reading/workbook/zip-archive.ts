import { crc32, createInflateRaw } from 'node:zlib';
import { FileRefused } from '../file-refused.ts';
import type { WorkBudget } from '../work-budget.ts';
import { damaged } from './damaged.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

const stored = 0;
const deflated = 8;
const encryptedFlag = 1;

/** The parts of a zip by name. Names compare without case and with `/`, as Excel and WPS do. */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #budget: WorkBudget;
  readonly #entries = new Map<string, ZipEntry>();

  /** Throws `FileRefused` for a truncated or hostile directory. */
  constructor(bytes: Buffer, budget: WorkBudget) {
    this.#bytes = bytes;
    this.#budget = budget;
    for (const entry of zipDirectory(bytes, budget.limits)) {
      const name = partName(entry.name);
      if (this.#entries.has(name)) throw damaged('压缩包里有同名的部件');
      this.#entries.set(name, entry);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(partName(name));
  }

  /** The inflated bytes of a part, its size and checksum verified at the end. May be read more than once. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(partName(name));
    if (entry === undefined) throw damaged('缺少部件');
    if (entry.flags & encryptedFlag) throw new FileRefused('文件已加密', '请去掉密码后重新发送。');
    if (entry.method !== stored && entry.method !== deflated) throw damaged('压缩方式不是 Excel 使用的方式');
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.packedSize);
    let size = 0;
    let checksum = 0;
    for await (const chunk of entry.method === stored ? [packed] : inflated(packed)) {
      size += chunk.length;
      this.#budget.addInflated(chunk.length);
      this.#budget.checkTime();
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (size !== entry.size || checksum !== entry.crc) throw damaged('部件的校验和不符');
  }

  /** A small part as one buffer. */
  async readWhole(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.read(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** Inflated so many bytes at a time: with the default of 16 KiB the way to zlib's thread and back costs more than zlib. */
const inflatedChunk = 256 * 1024;

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: inflatedChunk });
  try {
    inflate.end(packed);
    yield* inflate;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged('压缩数据有误或不完整');
    throw error;
  } finally {
    inflate.destroy();
  }
}

function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
