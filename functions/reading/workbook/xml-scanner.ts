import { FileRefused } from '../file-refused.ts';
import type { Limits } from '../limits.ts';
import { damaged } from './damaged.ts';
import { unescapeXml } from './xml-text.ts';

/** What a scanner tells of a part. Names come without their namespace prefix. */
export interface XmlHandler {
  /** The attributes stand in `text` from `from` to `to`, raw: see `attribute`. No string is made of them unasked. */
  open(name: string, text: string, from: number, to: number): void;
  /** Also after an empty element. */
  close(name: string): void;
  /** Words between tags, unescaped; one text may come in several pieces. */
  text(words: string): void;
}

/** Longest tag, comment or instruction. */
const longestMarkup = 1024 * 1024;

const slash = 47;
const exclamation = 33;
const question = 63;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;
const colon = 58;
const space = 32;

/**
 * Tells a handler of the elements of an XML part, which comes in pieces of text. Throws `FileRefused` where the part is
 * not well-formed, declares a document type or an entity, or is nested too deep. Own, because the maintained scanners
 * (sax, saxes) cost several seconds where 100,000 rows have three, and the tags of a sheet are simple.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #limits: Limits;
  readonly #open: string[] = [];
  #carried = '';
  #seenRoot = false;
  /** The piece at hand has something to unescape. */
  #escaped = false;

  constructor(handler: XmlHandler, limits: Limits) {
    this.#handler = handler;
    this.#limits = limits;
  }

  push(piece: string): void {
    const text = this.#carried === '' ? piece : this.#carried + piece;
    this.#escaped = text.includes('&') || text.includes('\r');
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        at = this.#words(text, at, text.length, false);
        break;
      }
      if (tag > at) this.#words(text, at, tag, true);
      const code = text.charCodeAt(tag + 1);
      const end = code === exclamation || code === question ? this.#special(text, tag) : this.#tag(text, tag);
      at = end < 0 ? tag : end;
      if (end < 0) break;
    }
    this.#carried = text.slice(at);
    if (this.#carried.length > longestMarkup) throw damaged('标记过长');
  }

  /** Throws where the part ends within an element. */
  end(): void {
    if (this.#carried.trim() !== '' || this.#open.length > 0 || !this.#seenRoot) throw damaged('部件不完整');
  }

  /** Hands over words; what may go on in the next piece, an entity or CR LF, stays behind. */
  #words(text: string, from: number, to: number, complete: boolean): number {
    if (this.#open.length === 0) {
      if (text.slice(from, to).replace('\ufeff', '').trim() !== '') throw damaged('部件不是 XML');
      return to;
    }
    let end = to;
    if (!complete) {
      const entity = text.lastIndexOf('&');
      if (entity >= from && text.indexOf(';', entity) < 0) end = entity;
      else if (text.endsWith('\r')) end--;
    }
    const words = text.slice(from, end);
    if (end > from) this.#handler.text(this.#escaped ? unescapeXml(words) : words);
    return end;
  }

  /** Handles the tag at `start`; returns where it ends, -1 where it is not whole yet. */
  #tag(text: string, start: number): number {
    let close = text.indexOf('>', start);
    if (text.charCodeAt(start + 1) === slash) {
      if (close < 0) return -1;
      const name = this.#open.pop() ?? '';
      const isIt = close === start + 2 + name.length && text.startsWith(name, start + 2);
      if (!isIt && localName(text, start + 2, close) !== name) throw damaged('标记不成对');
      this.#handler.close(name);
      return close + 1;
    }
    while (close >= 0 && endsInValue(text, start, close)) close = text.indexOf('>', close + 1);
    if (close < 0) return -1;
    const empty = text.charCodeAt(close - 1) === slash;
    const end = empty ? close - 1 : close;
    const nameEnd = endOfName(text, start + 1, end);
    const name = localName(text, start + 1, nameEnd);
    if (this.#open.length === 0) {
      if (this.#seenRoot) throw damaged('部件有两个根');
      this.#seenRoot = true;
    }
    if (this.#open.push(name) > this.#limits.nesting) {
      throw new FileRefused(
        `工作簿的标记嵌套超过上限${this.#limits.nesting}层`,
        '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。',
      );
    }
    this.#handler.open(name, text, nameEnd, end);
    if (empty) {
      this.#open.pop();
      this.#handler.close(name);
    }
    return close + 1;
  }

  /** Comment, character data, instruction; -1 where it is not whole yet. */
  #special(text: string, start: number): number {
    if (text.startsWith('<?', start)) return after(text, '?>', start);
    if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
    if (text.startsWith('<![CDATA[', start)) {
      const end = text.indexOf(']]>', start);
      if (end < 0) return -1;
      this.#handler.text(text.slice(start + 9, end));
      return end + 3;
    }
    if ('<![CDATA['.startsWith(text.slice(start)) || '<!--'.startsWith(text.slice(start))) return -1;
    throw new FileRefused('工作簿里有文档类型或实体声明，可能引用外部文件', '请用 Excel 或 WPS 打开，另存为 xlsx 后重新发送。');
  }
}

/** Whether a `>` stands inside an attribute's value, where XML allows it: then no closing quote comes before it. */
function endsInValue(text: string, start: number, close: number): boolean {
  let before = close - 1;
  while (before > start && (text.charCodeAt(before) === slash || text.charCodeAt(before) <= space)) before--;
  const code = text.charCodeAt(before);
  if (code === doubleQuote || code === singleQuote) return text.charCodeAt(before - 1) === equals;
  while (before > start && text.charCodeAt(before) !== equals) before--;
  return before > start;
}

function endOfName(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > space) at++;
  return at;
}

function localName(text: string, from: number, to: number): string {
  let start = from;
  let end = from;
  for (; end < to; end++) {
    const code = text.charCodeAt(end);
    if (code <= space) break;
    if (code === colon) start = end + 1;
  }
  return text.slice(start, end);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
