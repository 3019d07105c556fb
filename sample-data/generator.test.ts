import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from './generator/files/gb18030.ts';
import { sampleData } from './generator/sample-data.ts';
import { withCheckCharacter } from './generator/world/resident-ids.ts';
import { unzip } from './unzip.ts';

const home = import.meta.dirname;
const read = (path: string) => readFileSync(join(home, path));

describe('the generator of the sample county', () => {
  const made = sampleData(read('README.md').toString('utf8'));

  it('writes what lies in the repository: bytes, and of an .xlsx the parts', () => {
    for (const [path, bytes] of made) {
      if (path.endsWith('.xlsx')) expect(unzip(read(path)), path).toEqual(unzip(bytes));
      else expect(Buffer.compare(read(path), bytes), path).toBe(0);
    }
  });

  it('leaves no file in the inboxes that it did not write', () => {
    const inboxes = ['inbox', 'inbox-workbooks'];
    const lying = inboxes.flatMap((inbox) =>
      readdirSync(join(home, inbox), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${inbox}/${path.replaceAll('\\', '/')}`,
      ),
    );
    expect(lying.filter((path) => statSync(join(home, path)).isFile() && !made.has(path))).toEqual([]);
  });

  it('gives known numbers their check character', () => {
    expect(withCheckCharacter('23082819520101001')).toBe('230828195201010017');
    expect(withCheckCharacter('23082819520101005')).toBe('23082819520101005X');
  });

  it('encodes GB18030 as the decoder reads it, common and rare', () => {
    const text = '姓名,王䶮（女）·堃㛃';
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text))).toBe(text);
  });
});
