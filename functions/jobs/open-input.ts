import { FileRefused } from '../reading/file-refused.ts';
import { ObjectMissing, type ObjectStore, ObjectUnreadable } from './ports.ts';

const chunkBytes = 1 << 16;

/**
 * The bytes of an input, each chunk until the next is asked for. One that cannot be had is refused like one that cannot be
 * read, and stands in the same list.
 */
export async function* openInput(inbox: ObjectStore, key: string): AsyncIterable<Uint8Array> {
  try {
    yield* inbox.read(key, Buffer.allocUnsafeSlow(chunkBytes));
  } catch (error) {
    if (error instanceof ObjectMissing) throw new FileRefused('文件已不在原处，或是失效的链接', '请核对文件后重新放入');
    if (error instanceof ObjectUnreadable) {
      throw new FileRefused('文件打不开：没有读取权限，或正被其他程序占用', '请先关闭打开它的程序，或检查文件权限');
    }
    throw error;
  }
}
