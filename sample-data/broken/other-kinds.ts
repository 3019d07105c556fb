import type { BrokenFile } from './broken-file.ts';
import { buildOle } from './build-xls.ts';
import { buildZip } from './build-zip.ts';
import { delimited } from './roster.ts';

const behind = (start: string) => () => Buffer.concat([Buffer.from(start, 'latin1'), Buffer.from(delimited())]);

/** Files that are no table, whatever they are called. */
export const otherKinds: readonly BrokenFile[] = [
  { name: 'portable-document.xlsx', content: behind('%PDF-1.7\n'), expected: { refused: 'PDF' } },
  { name: 'picture.xls', content: behind('\x89PNG\r\n\x1a\n'), expected: { refused: '图片' } },
  { name: 'rar.xlsx', content: behind('Rar!\x1a\x07'), expected: { refused: 'RAR' } },
  { name: 'seven-zip.xlsx', content: behind("7z\xbc\xaf'\x1c"), expected: { refused: '7z' } },
  { name: 'gzip.csv', content: behind('\x1f\x8b\x08'), expected: { refused: 'gzip' } },
  { name: 'rich-text.xls', content: behind('{\\rtf1'), expected: { refused: 'RTF' } },
  { name: 'web-archive.xls', content: behind('MIME-Version: 1.0\r\n'), expected: { refused: 'MHT' } },
  {
    name: 'spreadsheet-2003.xls',
    content: behind('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
    expected: { refused: 'XML 电子表格' },
  },
  { name: 'program.xlsx', content: () => Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), expected: { refused: '零字符' } },
  { name: 'random-bytes.csv', content: () => randomBytes(60_000), expected: { refused: '编码' } },
  {
    name: 'zip-of-csv.xlsx',
    content: () => buildZip([{ name: '名册.csv', content: delimited() }]),
    expected: { refused: '压缩包' },
  },
  { name: 'zip-without-entries.xlsx', content: () => buildZip([]), expected: { refused: '压缩包' } },
  {
    name: 'word.xlsx',
    content: () =>
      buildZip([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<document/>' },
      ]),
    expected: { refused: 'Word' },
  },
  {
    name: 'open-document.xlsx',
    content: () =>
      buildZip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<x/>' },
      ]),
    expected: { refused: 'OpenDocument' },
  },
  { name: 'word.xls', content: () => buildOle({ WordDocument: Buffer.alloc(9000) }), expected: { refused: 'Word' } },
  {
    name: 'slides.xls',
    content: () => buildOle({ 'PowerPoint Document': Buffer.alloc(9000) }),
    expected: { refused: '演示文稿' },
  },
];

/** The same bytes on every run, none of them zero. */
function randomBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 20_201;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = 1 + ((state >>> 16) % 255);
  }
  return bytes;
}
