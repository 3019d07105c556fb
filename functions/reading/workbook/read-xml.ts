import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { byteOrderMark, decode, type TextEncodingName } from '../text/decode.ts';
import { damaged } from './damaged.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';

const closingBracket = 62;

/** Tells `handler` of one part. Throws `FileRefused` where it is not XML in UTF-8, UTF-16 or GB18030. */
export async function readXml(chunks: AsyncIterable<Buffer>, limits: Limits, handler: XmlHandler): Promise<void> {
  for await (const _ of scanXml(chunks, limits, handler));
}

/** The same step by step, so that what the handler gathered can be handed on between the pieces. */
export async function* scanXml(chunks: AsyncIterable<Buffer>, limits: Limits, handler: XmlHandler): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler, limits);
  for await (const text of decodeXml(chunks)) {
    scanner.push(text);
    yield;
  }
  scanner.end();
}

async function* decodeXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head: Buffer = first.done === true ? Buffer.alloc(0) : first.value;
  const rest = async function* () {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  const mark = byteOrderMark(head);
  try {
    yield* decode(rest(), mark?.encoding ?? declaredEncoding(head), true, mark?.length ?? 0, closingBracket);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw damaged('部件的文字编码有误');
    }
    throw error;
  }
}

function declaredEncoding(head: Buffer): TextEncodingName {
  const declared =
    /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(head.toString('latin1', 0, 200))?.[1]?.toLowerCase() ?? 'utf-8';
  if (['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(declared)) return 'utf-8';
  if (['gb18030', 'gbk', 'gb2312'].includes(declared)) return 'gb18030';
  throw new FileRefused('工作簿部件的文字编码不认识', '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。');
}
