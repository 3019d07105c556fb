import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { unpackText, zipParts } from '../verify/zip-parts.ts';
import { partsDigest, ZipArchive } from './zip-archive.ts';

async function zipOf(parts: Readonly<Record<string, readonly string[]>>): Promise<{ bytes: Buffer; digest: string }> {
  const chunks: Uint8Array[] = [];
  const archive = new ZipArchive({ write: (chunk) => void chunks.push(chunk), close: async () => {} });
  for (const [name, pieces] of Object.entries(parts)) {
    await archive.part(name, async (entry) => {
      for (const piece of pieces) await entry.write(Buffer.from(piece));
    });
  }
  const digest = await archive.finish();
  return { bytes: Buffer.concat(chunks), digest };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a zip archive', () => {
  it('holds what was written, also where it came in pieces', async () => {
    const { bytes } = await zipOf({ 'a.xml': ['<a>', '低保'.repeat(300_000), '</a>'], '中文.xml': ['b'], 'empty.xml': [] });
    const parts = zipParts(bytes);
    expect(parts.map(({ name }) => name)).toEqual(['a.xml', '中文.xml', 'empty.xml']);
    expect(unpackText(parts[0]!, bytes)).toBe(`<a>${'低保'.repeat(300_000)}</a>`);
    expect(unpackText(parts[1]!, bytes)).toBe('b');
    expect(unpackText(parts[2]!, bytes)).toBe('');
  });

  it('gives the same bytes for the same parts, dated 1 January 1980', async () => {
    const parts = { 'a.xml': ['a'.repeat(100_000), 'b'.repeat(100_000)], 'b.xml': ['c'] };
    const { bytes } = await zipOf(parts);
    expect((await zipOf(parts)).bytes.equals(bytes)).toBe(true);
    expect(bytes.readUInt16LE(10)).toBe(0);
    expect(bytes.readUInt16LE(12)).toBe((0 << 9) | (1 << 5) | 1);
  });

  it('has a digest over names and contents that does not depend on their order', async () => {
    const lines = `${sha256('x')}  a.xml\n${sha256('y')}  b.xml\n`;
    expect((await zipOf({ 'b.xml': ['y'], 'a.xml': ['x'] })).digest).toBe(sha256(lines));
    expect((await zipOf({ 'a.xml': ['x'], 'b.xml': ['y'] })).digest).toBe(sha256(lines));
    expect(partsDigest([{ name: 'a.xml', sha256: sha256('y') }])).not.toBe(partsDigest([{ name: 'b.xml', sha256: sha256('y') }]));
  });

  it('passes on that a disk is full instead of waiting for ever', async () => {
    let left = 3;
    const archive = new ZipArchive({
      write: () => {
        if (left-- <= 0) throw new Error('full');
      },
      close: async () => {},
    });
    const noise = Buffer.from(Array.from({ length: 1 << 20 }, (_, at) => (at * 2654435761) >>> 13));
    const writing = archive.part('a.xml', async (entry) => {
      for (let chunk = 0; chunk < 20; chunk++) await entry.write(noise);
    });
    await expect(writing).rejects.toThrow('full');
  });

  it('tells of a full disk at the end where the parts behind it were closed before it was known', async () => {
    let full = false;
    const archive = new ZipArchive({
      write: () => {
        if (full) throw new Error('full');
      },
      close: async () => {},
    });
    const parts = [archive.open('a.xml')];
    parts[0]!.entry.write(Buffer.from('a'));
    full = true;
    await parts[0]!.close();
    parts.push(archive.open('b.xml'));
    parts[1]!.entry.write(Buffer.from('b'));
    await expect(parts[1]!.close()).rejects.toThrow('full');
    await expect(archive.finish()).rejects.toThrow('full');
  });
});
