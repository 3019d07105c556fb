/**
 * GB18030 bytes of a text. Node decodes this encoding and does not encode it, so its own decoder is turned round: every
 * two-byte sequence, then the four-byte ones of the basic plane.
 */
export function encodeGb18030(text: string): Uint8Array {
  const table = encodings();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else {
      const found = table.get(sign);
      if (!found) throw new Error('no GB18030 bytes for U+' + code.toString(16));
      bytes.push(...found);
    }
  }
  return Uint8Array.from(bytes);
}

let known: Map<string, readonly number[]> | undefined;

function encodings(): Map<string, readonly number[]> {
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) learn([first, second]);
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      for (let third = 0x81; third <= 0xfe; third++)
        for (let fourth = 0x30; fourth <= 0x39; fourth++) learn([first, second, third, fourth]);
  known = table;
  return table;
}
