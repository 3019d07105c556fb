import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FileRefused } from '../file-refused.ts';
import { fileLimits } from '../limits.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Events of a part that comes in pieces of `size` characters; neighbouring texts are joined. */
function events(text: string, size = text.length): string[] {
  const seen: string[] = [];
  const scanner = new XmlScanner(
    {
      open: (name, text, from, to) => seen.push(`<${name}${text.slice(from, to).trimEnd()}>`),
      close: (name) => seen.push(`</${name}>`),
      text: (words) => {
        if (seen.at(-1)?.startsWith('<') === false) seen.push(`${seen.pop()}${words}`);
        else seen.push(words);
      },
    },
    fileLimits,
  );
  for (let at = 0; at < text.length; at += size) scanner.push(text.slice(at, at + size));
  scanner.end();
  return seen;
}

const part =
  '\ufeff<?xml version="1.0"?>\n<!-- a > b --><x:a b="1 &gt; 2" c=\'>\'><d e=">" /><f>甲&amp;&#20057;</f>' +
  '<g><![CDATA[<h>&]]></g>\r\n</x:a>\n';

it('tells of elements, words and attributes', () => {
  expect(events(part)).toEqual([
    '<a b="1 &gt; 2" c=\'>\'>',
    '<d e=">">',
    '</d>',
    '<f>',
    '甲&乙',
    '</f>',
    '<g>',
    // Character data stands as it is.
    '<h>&',
    '</g>',
    '\n',
    '</a>',
  ]);
});

it('tells the same wherever the pieces are cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
      expect(events(part, size).join('')).toBe(events(part).join(''));
    }),
  );
});

it.each([
  ['<a>', 'is not closed'],
  ['<a></b>', 'is closed by another'],
  ['<a/><b/>', 'has two roots'],
  ['甲<a/>', 'begins with words'],
  ['', 'is empty'],
  ['<a', 'is cut off in a tag'],
  ['<a>&b;</a>', 'names an entity'],
  ['<a>&</a>', 'has a bare ampersand'],
  ['<a>&#0;</a>', 'names the zero character'],
  ['<!DOCTYPE a><a/>', 'has a document type'],
  ['<a><!ENTITY b "c"></a>', 'declares an entity'],
])('refuses %s, which %s', (text) => {
  expect(() => events(text, 1)).toThrow(FileRefused);
  expect(() => events(text)).toThrow(FileRefused);
});
