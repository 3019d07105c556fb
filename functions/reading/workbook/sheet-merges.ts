import type { Limits } from '../limits.ts';
import { checkMergeCount, checkMergeDepth } from '../merged-ranges.ts';
import type { MergedRange } from '../raw-sheet.ts';
import { attribute } from './attribute-walker.ts';
import { mergedRange } from './cell-reference.ts';
import { damaged } from './damaged.ts';
import { readXml } from './read-xml.ts';

/**
 * Merged ranges of a sheet part. They stand after the rows, so all of it is inflated, but only what follows the rows is
 * scanned: a tenth of the time that reading the rows takes.
 */
export async function readMerges(chunks: AsyncIterable<Buffer>, limits: Limits): Promise<MergedRange[]> {
  const merges: MergedRange[] = [];
  await readXml(afterRows(chunks), limits, {
    open(name, text, from, to) {
      if (name !== 'mergeCell') return;
      const reference = attribute(text, from, to, 'ref') ?? '';
      const range = mergedRange(reference);
      if (range === undefined) {
        if (reference.includes(':')) throw damaged('合并单元格的范围有误');
        return;
      }
      merges.push(range);
      checkMergeCount(merges.length, limits);
    },
    close() {},
    text() {},
  });
  checkMergeDepth(merges, limits);
  return merges;
}

const rowsName = Buffer.from('sheetData');
const root = Buffer.from('<worksheet>');
const slash = 47;
const lessThan = 60;

/** What follows `</sheetData>` or `<sheetData/>`, in a root element that the part's own end closes. */
async function* afterRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield root;
  let found = false;
  let kept: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (found) {
      yield chunk;
      continue;
    }
    const bytes: Buffer = Buffer.concat([kept, chunk]);
    const end = endOfRows(bytes);
    found = end >= 0;
    if (found) yield bytes.subarray(end);
    // A tag may be cut: none of these is longer than a name with its prefix.
    else kept = bytes.subarray(Math.max(0, bytes.length - 128));
  }
  if (!found) yield Buffer.from('</worksheet>');
}

function endOfRows(bytes: Buffer): number {
  for (let at = bytes.indexOf(rowsName); at >= 0; at = bytes.indexOf(rowsName, at + 1)) {
    const close = bytes.indexOf('>', at);
    if (close < 0) return -1;
    const open = bytes.lastIndexOf(lessThan, at);
    const closing = open >= 0 && bytes[open + 1] === slash;
    const isTag = open >= 0 && /^<\/?([\w.-]+:)?$/.test(bytes.toString('latin1', open, at));
    if (isTag && (closing || bytes[close - 1] === slash)) return close + 1;
  }
  return -1;
}
