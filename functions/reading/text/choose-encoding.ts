import type { FileBytes } from '../file-bytes.ts';
import { FileRefused } from '../file-refused.ts';
import { byteOrderMark, decode, type TextEncodingName } from './decode.ts';
import { gb18030Texts } from './gb18030-texts.ts';
import type { ProvenText } from './proven-text.ts';

export interface EncodingChoice {
  readonly encoding: TextEncodingName;
  /** Length in bytes of the byte order mark. */
  readonly mark: number;
  /** Every byte of the file is of the encoding. */
  readonly isSound: boolean;
}

const replacement = '\ufffd';

/** Damaged text is read only while fewer than one in this many characters can't be decoded. */
const charactersPerReplacement = 1_000;

/**
 * Strict UTF-8 before strict GB18030, never the other way round: UTF-8 text may well decode as GB18030 (姓名 as 濮撳悕).
 * Where both fail over the whole file, `recognised` (of the beginning, decoded) says which of the two was meant.
 * `proven` takes the text up that was decoded for it. Throws `FileRefused` where the text is of neither.
 */
export async function chooseEncoding(
  bytes: FileBytes,
  recognised: (sample: string) => boolean,
  proven?: ProvenText,
): Promise<EncodingChoice> {
  const mark = byteOrderMark(bytes.head);
  // Half the bytes of Latin letters are zero in UTF-16, where no zero character may stand all the same.
  if (bytes.zeroByte >= 0 && !mark?.encoding.startsWith('utf-16')) refuseZeros();
  const possible: EncodingChoice[] =
    mark === undefined
      ? [
          { encoding: 'utf-8', mark: 0, isSound: false },
          { encoding: 'gb18030', mark: 0, isSound: false },
        ]
      : [{ encoding: mark.encoding, mark: mark.length, isSound: false }];
  for (const choice of possible) if (await isStrict(bytes, choice, proven)) return { ...choice, isSound: true };
  for (const choice of possible) {
    if (recognised(sampleOf(bytes, choice)) && (await isNearlyWhole(bytes, choice, proven))) return choice;
  }
  throw new FileRefused(
    '文字编码既不是 UTF-8 也不是 GB18030，或损坏过多',
    '请用 Excel 或 WPS 打开，核对文字无误后另存为 xlsx 或“CSV UTF-8”。',
  );
}

function refuseZeros(): never {
  throw new FileRefused('文件里有零字符，不是完好的文本', '请从原系统重新导出，或用 Excel、WPS 打开核对后另存为 xlsx。');
}

/** The beginning of a file as text, a character cut at its end left off. */
export function sampleOf({ head }: FileBytes, { encoding, mark }: EncodingChoice): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(head.subarray(mark), { stream: true });
}

async function isStrict(bytes: FileBytes, { encoding, mark }: EncodingChoice, proven?: ProvenText): Promise<boolean> {
  if (encoding === 'utf-8') return bytes.utf8;
  try {
    if (encoding === 'gb18030') {
      const chunks = proven === undefined ? bytes.chunks() : bytes.lastChunks();
      for await (const text of gb18030Texts(chunks, mark)) proven?.append(text);
      return true;
    }
    for await (const text of decode(bytes.chunks(), encoding, true, mark)) {
      // Of the encodings without a zero byte none makes a zero character.
      if (bytes.zeroByte >= 0 && text.includes('\0')) refuseZeros();
      proven?.append(text);
    }
    return true;
  } catch (error) {
    proven?.giveUp();
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

async function isNearlyWhole(bytes: FileBytes, { encoding, mark }: EncodingChoice, proven?: ProvenText): Promise<boolean> {
  let characters = 0;
  let replaced = 0;
  for await (const text of decode(bytes.chunks(), encoding, false, mark)) {
    characters += text.length;
    for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + 1)) replaced++;
    proven?.append(text);
  }
  const isWhole = replaced * charactersPerReplacement < characters;
  if (!isWhole) proven?.giveUp();
  return isWhole;
}
