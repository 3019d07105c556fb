import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnownWords } from './known-words.ts';
import { LastSpan } from './last-span.ts';

const word = fc.string({ unit: fc.constantFrom('张', '户', '1', '\u4e40', '\u4e80'), minLength: 1, maxLength: 10 });

/** As a word stands between others in a text. */
const unitsOf = (text: string) => Uint16Array.from(`1${text}张`, (letter) => letter.charCodeAt(0));

test('a word that is remembered has the code it was kept with, and no other word has it', () => {
  fc.assert(
    fc.property(fc.array(word), (texts) => {
      const known = new KnownWords();
      const codes = new Map<string, number>();
      for (const [at, text] of texts.entries()) {
        const units = unitsOf(text);
        const code = known.codeOf(units, 1, units.length - 1);
        if (code >= 0) expect(code).toBe(codes.get(text));
        known.keep(units, 1, units.length - 1, at);
        codes.set(text, at);
        if (text.length <= 8) expect(known.codeOf(units, 1, units.length - 1)).toBe(at);
      }
    }),
  );
});

test('only the cell kept last is known', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.constantFrom('1'.repeat(64), '1'.repeat(65)))), (texts) => {
      const last = new LastSpan();
      let kept = '';
      for (const [at, text] of texts.entries()) {
        const units = unitsOf(text);
        expect(last.codeOf(units, 1, units.length - 1)).toBe(text === kept ? at - 1 : -1);
        last.keep(units, 1, units.length - 1, at);
        kept = text.length <= 64 ? text : kept;
        if (text.length > 64) break;
      }
    }),
  );
});
