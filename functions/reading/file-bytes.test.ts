import { expect, test } from 'vitest';
import { surveyBytes } from './file-bytes.ts';
import { FileRefused } from './file-refused.ts';
import { takePiece } from './spare-pieces.ts';

/** A file that is another one each time it is opened. */
function changing(...contents: readonly string[]) {
  let times = 0;
  return {
    name: 'a.csv',
    size: 0,
    async *open() {
      yield Buffer.from(contents[Math.min(times++, contents.length - 1)]!);
    },
  };
}

test.each(['longer than before', 'short'])('a file too large to be held that is %s the second time is refused', async (later) => {
  const bytes = await surveyBytes(changing('as it was', later), 4);
  await expect(bytes.whole()).rejects.toThrow(FileRefused);
});

test('a file that is held is the same each time it is read, until it is given up', async () => {
  const bytes = await surveyBytes(changing('as it was', 'as it is!'));
  const read = async () => {
    const chunks: string[] = [];
    for await (const chunk of bytes.chunks()) chunks.push(Buffer.from(chunk).toString());
    return chunks.join('');
  };
  expect([await read(), await read()]).toEqual(['as it was', 'as it was']);
  bytes.giveUp();
  expect(await read()).toBe('as it is!');
});

test('a file of several pieces gives them up while it is read for the last time, and is read from its store after that', async () => {
  const content = Array.from({ length: 60_000 }, (_, at) => String(at)).join();
  const bytes = await surveyBytes(changing(content, content.replaceAll('1', '2')));
  let read = '';
  for await (const chunk of bytes.lastChunks()) {
    read += Buffer.from(chunk).toString();
    // Whoever takes a piece now must not get the one that is being looked at.
    new Uint8Array(takePiece()).fill(0);
  }
  expect(read === content).toBe(true);
  let again = '';
  for await (const chunk of bytes.chunks()) again += Buffer.from(chunk).toString();
  expect(again === content.replaceAll('1', '2')).toBe(true);
});
