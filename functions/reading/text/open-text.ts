import type { FileBytes } from '../file-bytes.ts';
import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import type { MergedRange, RawFile, RawSheet } from '../raw-sheet.ts';
import { chooseDelimiter, type HeadingRecogniser } from './choose-delimiter.ts';
import { chooseEncoding, type EncodingChoice, sampleOf } from './choose-encoding.ts';
import { decode } from './decode.ts';
import { RecordSplitter } from './split-records.ts';
import type { TextRecords } from './text-records.ts';

/** A delimited text file as one sheet without a name. Throws `FileRefused`. */
export async function openText(bytes: FileBytes, recognises: HeadingRecogniser, limits: Limits): Promise<RawFile> {
  const encoding = await chooseEncoding(bytes, (sample) => chooseDelimiter(sample, recognises, limits).score > 0);
  const sample = sampleOf(bytes, encoding);
  if (sample.trim() === '' && bytes.size <= bytes.head.length)
    throw new FileRefused('文件里没有文字', '请核对后发送有内容的文件。');
  const { delimiter, width } = chooseDelimiter(sample, recognises, limits);
  const sheet = new TextSheet(bytes, encoding, () => new RecordSplitter(delimiter, width, limits));
  return { kind: 'text', encoding: encoding.encoding, delimiter, sheets: [sheet] };
}

class TextSheet implements RawSheet {
  readonly name = '';
  readonly visible = true;
  readonly tabular = true;
  readonly #bytes: FileBytes;
  readonly #encoding: EncodingChoice;
  readonly #splitter: () => RecordSplitter;

  constructor(bytes: FileBytes, encoding: EncodingChoice, splitter: () => RecordSplitter) {
    this.#bytes = bytes;
    this.#encoding = encoding;
    this.#splitter = splitter;
  }

  async merges(): Promise<readonly MergedRange[]> {
    return [];
  }

  async *batches(): AsyncGenerator<TextRecords> {
    const splitter = this.#splitter();
    const { encoding, mark } = this.#encoding;
    for await (const text of decode(this.#bytes.chunks(), encoding, false, mark)) {
      const records = splitter.push(text);
      if (records.length > 0) yield records;
    }
    const last = splitter.end();
    if (last.length > 0) yield last;
  }
}
