import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextSink } from './text-sink.ts';

describe('a text sink', () => {
  it('hands on every character, in order, whatever the pieces', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constant('低保'.repeat(9_000)),
      fc.constant('x'.repeat(40_000)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const chunks: Uint8Array[] = [];
        const sink = new TextSink({ write: (chunk) => void chunks.push(chunk) });
        for (const text of pieces) await sink.add(text);
        await sink.flush();
        expect(Buffer.concat(chunks).toString('utf8')).toBe(pieces.join(''));
      }),
      { numRuns: 50 },
    );
  });

  it('hands on bytes between texts, in order, and keeps nothing of what it was given', async () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constant('x'.repeat(700_000)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 12 }), async (pieces) => {
        const chunks: Uint8Array[] = [];
        const sink = new TextSink({ write: (chunk) => void chunks.push(chunk) });
        for (const [text, asBytes] of pieces) {
          const bytes = Buffer.from(text, 'utf8');
          await (asBytes ? sink.addBytes(bytes) : sink.add(text));
          bytes.fill(0x21);
        }
        await sink.flush();
        expect(Buffer.concat(chunks).toString('utf8')).toBe(pieces.map(([text]) => text).join(''));
      }),
      { numRuns: 50 },
    );
  });

  it('writes half of a surrogate pair as the sign for what is no character, and the rest as it is', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('\ud842', '\udfb7', '𠮷'), async (around, sign) => {
        const text = around.join(`低${sign}a`);
        const chunks: Uint8Array[] = [];
        const sink = new TextSink({ write: (chunk) => void chunks.push(chunk) });
        await sink.add(text);
        await sink.flush();
        expect(Buffer.concat(chunks)).toEqual(Buffer.from(text, 'utf8'));
      }),
    );
  });

  it('fills again what the taker has given back, and nothing before', async () => {
    const places = new Set<ArrayBufferLike>();
    const waiting: (() => void)[] = [];
    let text = '';
    const sink = new TextSink({
      write: (chunk, done) => {
        places.add(chunk.buffer);
        text += Buffer.from(chunk).toString('latin1');
        waiting.push(() => {
          // Whoever fills it too early writes over what is still looked at.
          chunk.fill(0x21);
          done?.();
        });
        if (waiting.length > 1) waiting.shift()!();
      },
    });
    const lines = Array.from({ length: 300_000 }, (_, line) => `line ${line}\n`);
    for (const line of lines) await sink.add(line);
    await sink.flush();
    expect(text).toBe(lines.join(''));
    expect(places.size).toBeLessThanOrEqual(3);
  });

  it('never writes an empty chunk', async () => {
    let written = 0;
    const sink = new TextSink({ write: () => void written++ });
    await sink.flush();
    await sink.add('');
    await sink.flush();
    expect(written).toBe(0);
  });

  it('passes on that the taker wants to be waited for', async () => {
    let release = () => {};
    const sink = new TextSink({
      write: () =>
        new Promise<void>((done) => {
          release = done;
        }),
    });
    let waiting = sink.add('低');
    while (waiting === undefined) waiting = sink.add('低'.repeat(10_000));
    release();
    await waiting;
  });
});
