import { FileBytes } from './verify/file-bytes.ts';
import { unpackText, type ZipPart } from './verify/zip-parts.ts';

/** The text of a part of a zip that stands in memory, as tests have it. */
export async function textOfPart(zip: Uint8Array, part: ZipPart): Promise<string> {
  const inMemory = {
    read: async function* () {
      yield zip;
    },
  };
  return unpackText(new FileBytes(inMemory, 'zip'), part);
}
