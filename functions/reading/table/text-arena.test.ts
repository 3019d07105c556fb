import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextArena } from './text-arena.ts';

describe('text arena', () => {
  test('equal texts have one code, the empty text code 0, and every code gives its text back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 300 }), (texts) => {
        const arena = new TextArena();
        const codes = texts.map((text) => arena.intern(text));
        expect(codes.map((code) => arena.text(code))).toEqual(texts);
        expect(texts.map((text) => arena.intern(text))).toEqual(codes);
        expect(arena.size).toBe(new Set([...texts, '']).size);
        expect(arena.intern('')).toBe(0);
      }),
    );
  });

  test('texts of Latin letters and of Han stand side by side, also after another arena has taken them over', () => {
    const letter = fc.oneof(fc.constantFrom('0', 'X', 'ý', 'ÿ', '\0'), fc.constantFrom('张', '\uFFFD', '\u0100'));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: letter, maxLength: 12 })), fc.array(fc.string({ unit: letter })), (own, others) => {
        const [arena, other] = [new TextArena(), new TextArena()];
        for (const text of own) arena.intern(text);
        const codes = others.map((text) => other.intern(text));
        const adopted = arena.adopt(other.packed());
        expect(codes.map((code) => arena.text(adopted[code]!))).toEqual(others);
        expect(others.map((text) => arena.intern(text))).toEqual(codes.map((code) => adopted[code]!));
        expect(codes.map((code) => arena.isUndecodable(adopted[code]!))).toEqual(others.map((text) => text.includes('\uFFFD')));
      }),
    );
  });

  test('many texts survive growing, and texts longer than a cell of any office too', () => {
    const arena = new TextArena();
    const texts = Array.from({ length: 200_000 }, (_, at) => `村${at}组的一户人家`);
    texts.push('长'.repeat(40_000), '长'.repeat(2_000_000), '户'.repeat(0x7fff));
    const codes = texts.map((text) => arena.intern(text));
    expect(new Set(codes).size).toBe(texts.length);
    expect(texts.every((text, at) => arena.text(codes[at]!) === text && arena.intern(text) === codes[at])).toBe(true);
  });

  test('texts of a piece have the codes that each has by itself', () => {
    const text = fc.string({ unit: fc.constantFrom('张', '1', 'ÿ', '\u0100'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.array(text, { maxLength: 50 }), (texts, before) => {
        const arena = new TextArena();
        for (const each of before) arena.intern(each);
        const units = Uint16Array.from(texts.join(''), (letter) => letter.charCodeAt(0));
        const ends = texts.map((_, at) => texts.slice(0, at + 1).join('').length);
        const spans = Int32Array.from(ends.flatMap((end, at) => [ends[at - 1] ?? 0, end]));
        const codes = new Int32Array(texts.length);
        arena.internSpans(units, spans, texts.length, codes);
        expect([...codes]).toEqual(texts.map((each) => arena.intern(each)));
        expect(texts.map((_, at) => arena.text(codes[at]!))).toEqual(texts);
      }),
    );
  });

  test('more texts than a kernel reads at once are taken over', () => {
    const [arena, other] = [new TextArena(), new TextArena()];
    const texts = Array.from({ length: 100_000 }, (_, at) => (at % 2 === 0 ? `${at}` : `村${at}`));
    texts[50_000] = '长'.repeat(40_000);
    const codes = texts.map((text) => other.intern(text));
    const adopted = arena.adopt(other.packed());
    expect(texts.every((text, at) => arena.text(adopted[codes[at]!]!) === text)).toBe(true);
  });

  test.each([1, 0.3, 0.001, 0])('room made for the texts to come, where %d of what is read is read, changes no code', (share) => {
    const [arena, plain] = [new TextArena(), new TextArena()];
    const texts = Array.from({ length: 6000 }, (_, at) => (at % 3 === 0 ? `村${at}组的一户` : `王${at % 1000}`));
    const expectMore = arena.expecting();
    const codes = texts.map((text, at) => {
      if (at % 2000 === 1999) expectMore(share);
      return arena.intern(text);
    });
    expect(codes).toEqual(texts.map((text) => plain.intern(text)));
    expect(codes.map((code) => arena.text(code))).toEqual(texts);
  });

  test('a text with U+FFFD is known as undecodable', () => {
    const arena = new TextArena();
    expect(arena.isUndecodable(arena.intern('张\uFFFD'))).toBe(true);
    expect(arena.isUndecodable(arena.intern('张三'))).toBe(false);
  });
});
