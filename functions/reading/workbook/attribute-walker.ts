import { unescapeXml } from './xml-text.ts';

const space = 32;
const equals = 61;
const colon = 58;

/**
 * Walks over the attributes that stand in a text from one place to another, without making strings of them: a sheet has
 * millions. Where something else stands there, it stops.
 */
export class AttributeWalker {
  /** Where the name without its prefix begins. */
  nameStart = 0;
  nameLength = 0;
  prefixed = false;
  valueStart = 0;
  valueEnd = 0;
  #text = '';
  #at = 0;
  #to = 0;

  start(text: string, from: number, to: number): void {
    this.#text = text;
    this.#at = from;
    this.#to = to;
  }

  /** Goes to the next attribute; false where there is none. */
  next(): boolean {
    const text = this.#text;
    let at = this.#skipSpace(this.#at);
    this.nameStart = at;
    this.prefixed = false;
    for (; at < this.#to; at++) {
      const code = text.charCodeAt(at);
      if (code === equals || code <= space) break;
      if (code === colon) {
        this.nameStart = at + 1;
        this.prefixed = true;
      }
    }
    this.nameLength = at - this.nameStart;
    at = this.#skipSpace(at);
    if (at >= this.#to || text.charCodeAt(at) !== equals) return false;
    at = this.#skipSpace(at + 1);
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return false;
    this.valueStart = at + 1;
    this.valueEnd = text.indexOf(quote, at + 1);
    this.#at = this.valueEnd + 1;
    return this.valueEnd > 0 && this.valueEnd < this.#to;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (at < this.#to && this.#text.charCodeAt(at) <= space) at++;
    return at;
  }
}

const walker = new AttributeWalker();

/**
 * Value of an attribute among those that stand in `text` from `from` to `to`, or `undefined`. `prefixed` takes only a
 * name with a namespace before it, such as `r:id` for `id`; otherwise only one without.
 */
export function attribute(text: string, from: number, to: number, name: string, prefixed = false): string | undefined {
  walker.start(text, from, to);
  while (walker.next()) {
    const isIt = walker.prefixed === prefixed && walker.nameLength === name.length && text.startsWith(name, walker.nameStart);
    if (isIt) return unescapeXml(text.slice(walker.valueStart, walker.valueEnd));
  }
  return undefined;
}
