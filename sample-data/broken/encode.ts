const tables = new Map<string, Map<string, Buffer>>();

/** Bytes of a text in a legacy encoding of one or two bytes a character, which Node can only decode. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'euc-kr' | 'shift_jis'): Buffer {
  let table = tables.get(encoding);
  if (table === undefined) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Buffer.from([lead, trail]);
        const character = decoder.decode(bytes);
        if (!character.includes('\ufffd') && [...character].length === 1 && !table.has(character)) table.set(character, bytes);
      }
    }
    tables.set(encoding, table);
  }
  return Buffer.concat(
    [...text].map((character) => {
      if (character < '\x80') return Buffer.from(character);
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** UTF-16, little or big endian. */
export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
