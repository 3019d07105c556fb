import type { FileBytes } from '../file-bytes.ts';
import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import type { MergedRange, RawFile, RawSheet } from '../raw-sheet.ts';
import { chooseDelimiter, type HeadingRecogniser } from './choose-delimiter.ts';
import { chooseEncoding, type EncodingChoice, sampleOf } from './choose-encoding.ts';
import { decode, decodedBytes, wholeUtf8 } from './decode.ts';
import { gb18030Texts } from './gb18030-texts.ts';
import { ProvenText } from './proven-text.ts';
import { RecordSplitter } from './split-records.ts';
import type { TextRecords } from './text-records.ts';
import type { TextPiece } from './text-units.ts';

/** Of larger files the text is decoded again instead of being held, with two bytes a character. */
const provenBytes = 32 * 1024 ** 2;

type Texts = AsyncIterable<TextPiece> | Iterable<Uint16Array>;

/** A delimited text file as one sheet without a name. Throws `FileRefused`. */
export async function openText(bytes: FileBytes, recognises: HeadingRecogniser, limits: Limits): Promise<RawFile> {
  const proven = bytes.size <= provenBytes ? new ProvenText() : undefined;
  const encoding = await chooseEncoding(bytes, (sample) => chooseDelimiter(sample, recognises, limits).score > 0, proven);
  const sample = sampleOf(bytes, encoding);
  if (sample.trim() === '' && bytes.size <= bytes.head.length)
    throw new FileRefused('文件里没有文字', '请核对后发送有内容的文件。');
  const { delimiter, width } = chooseDelimiter(sample, recognises, limits);
  const isProven = proven !== undefined && !proven.isEmpty;
  if (isProven) bytes.giveUp();
  const texts = () => (isProven ? proven.take() : lastDecoded(bytes, encoding));
  const sheet = new TextSheet(texts, bytes.size, () => new RecordSplitter(delimiter, width, limits));
  return { kind: 'text', encoding: encoding.encoding, delimiter, sheets: [sheet] };
}

function lastDecoded(bytes: FileBytes, { encoding, mark, isSound }: EncodingChoice): AsyncIterable<TextPiece> {
  const chunks = bytes.lastChunks();
  if (encoding === 'utf-8' && isSound) return wholeUtf8(chunks, mark);
  return encoding === 'gb18030' && isSound ? gb18030Texts(chunks, mark) : decode(chunks, encoding, false, mark);
}

class TextSheet implements RawSheet {
  readonly name = '';
  readonly visible = true;
  readonly tabular = true;
  readonly #texts: () => Texts;
  readonly #size: number;
  readonly #splitter: () => RecordSplitter;

  constructor(texts: () => Texts, size: number, splitter: () => RecordSplitter) {
    this.#texts = texts;
    this.#size = size;
    this.#splitter = splitter;
  }

  async merges(): Promise<readonly MergedRange[]> {
    return [];
  }

  async *batches(): AsyncGenerator<TextRecords> {
    const splitter = this.#splitter();
    let units = 0;
    let all = 0;
    try {
      for await (const text of this.#texts()) {
        // The first text is that of as many bytes as are decoded at once.
        if (units === 0) all = text.length * Math.max(1, this.#size / decodedBytes);
        units += text.length;
        const records = splitter.push(text);
        records.share = Math.min(1, units / all);
        if (records.length > 0) yield records;
      }
      const last = splitter.end();
      if (last.length > 0) yield last;
    } finally {
      splitter.close();
    }
  }
}
