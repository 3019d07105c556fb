/** Few distinct texts that stand many times: each once, named by a small integer. Code 0 is the empty text. */
export class TextCodes {
  readonly #codes = new Map<string, number>([['', 0]]);
  readonly #texts: string[] = [''];

  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.length;
    this.#codes.set(text, code);
    this.#texts.push(text);
    return code;
  }

  textOf(code: number): string {
    return this.#texts[code]!;
  }

  get size(): number {
    return this.#texts.length;
  }
}
