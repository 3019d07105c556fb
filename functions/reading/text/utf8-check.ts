import { isUtf8 } from 'node:buffer';

/** Strict UTF-8 over chunks that may cut a character. */
export class Utf8Check {
  #valid = true;
  #cut: Uint8Array = new Uint8Array(0);

  push(chunk: Uint8Array): void {
    if (!this.#valid) return;
    const bytes = this.#cut.length === 0 ? chunk : this.#completed(chunk);
    const whole = wholeCharacters(bytes);
    this.#valid &&= isUtf8(bytes.subarray(0, whole));
    // Of its own: the chunk's memory is filled again.
    this.#cut = Uint8Array.from(bytes.subarray(whole));
  }

  /** Takes the rest of the cut character from `chunk`, and gives what stands behind it; or all, where the chunk has too little. */
  #completed(chunk: Uint8Array): Uint8Array {
    const begun = Buffer.concat([this.#cut, chunk.subarray(0, longestCharacter)]);
    const missing = characterLength(begun[0]!) - this.#cut.length;
    if (chunk.length < missing) return begun;
    this.#valid = isUtf8(begun.subarray(0, characterLength(begun[0]!)));
    return chunk.subarray(missing);
  }

  end(): boolean {
    return this.#valid && this.#cut.length === 0;
  }
}

const longestCharacter = 4;

/** Bytes of a UTF-8 character by its first one, where that may begin one of several. */
export const characterLength = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);

/** Length of UTF-8 `bytes` without a character at its end that may go on in the next chunk. */
export function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return characterLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
