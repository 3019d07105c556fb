import type { BrokenFile } from './broken-file.ts';
import { encode, utf16 } from './encode.ts';
import { accepted, changed, delimited, everyone, longTable, people } from './roster.ts';

const text = delimited();
const long = delimited(longTable(60));
const firstRows = longTable(60)
  .slice(1, 21)
  .map((_, index) => accepted(index % people.length, index + 2));
const read = { read: everyone() };
const noHeading = { refused: '表头行' };

/** Four bytes of GB18030 for a character outside its two-byte part, 㐂. */
const fourBytes = Buffer.from([0x81, 0x39, 0xef, 0x30]);
const fourByteName = new TextDecoder('gb18030').decode(fourBytes);

/** Text in encodings that are right, wrong, cut off or not what they seem. */
export const textEncodings: readonly BrokenFile[] = [
  { name: 'utf-8.csv', content: () => Buffer.from(text), expected: read },
  { name: 'utf-8-bom.csv', content: () => Buffer.from(`\ufeff${text}`), expected: read },
  { name: 'utf-16-little-endian.csv', content: () => utf16(`\ufeff${text}`, 'le'), expected: read },
  { name: 'utf-16-big-endian.txt', content: () => utf16(`\ufeff${text}`, 'be'), expected: read },
  { name: 'utf-16-no-bom.csv', content: () => utf16(text, 'le'), expected: { refused: '零字符' } },
  {
    name: 'utf-16-odd-length.csv',
    content: () => utf16(`\ufeff${long}`, 'le').subarray(0, -5),
    expected: { read: firstRows, says: ['undecodable'] },
  },
  {
    name: 'utf-32.csv',
    content: () =>
      Buffer.concat([...`\ufeff${text}`].map((character) => Buffer.from(Uint32Array.of(character.codePointAt(0) ?? 0).buffer))),
    expected: { refused: 'UTF-32' },
  },
  { name: 'gb18030.csv', content: () => encode(text, 'gb18030'), expected: read },
  {
    name: 'gb18030-mark.csv',
    content: () => Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), encode(text, 'gb18030')]),
    expected: read,
  },
  {
    name: 'gb18030-not-in-gbk.csv',
    content: () => encode(delimited(changed(1, 2, '丁䶮')), 'gb18030'),
    expected: { read: [accepted(0, 2, { name: '丁䶮' }), ...everyone().slice(1)] },
  },
  {
    name: 'gb18030-four-bytes.csv',
    content: () => {
      const [before = '', after = ''] = delimited(changed(1, 2, '丁＠')).split('＠');
      return Buffer.concat([encode(before, 'gb18030'), fourBytes, encode(after, 'gb18030')]);
    },
    expected: { read: [accepted(0, 2, { name: `丁${fourByteName}` }), ...everyone().slice(1)] },
  },
  {
    name: 'gb18030-cut-off.csv',
    content: () => encode(long, 'gb18030').subarray(0, -45),
    expected: { read: firstRows, rejected: 1 },
  },
  { name: 'gb18030-cut-off-short.csv', content: () => encode(text, 'gb18030').subarray(0, -3), expected: { refused: '编码' } },
  { name: 'utf-8-cut-off.csv', content: () => Buffer.from(long).subarray(0, -55), expected: { read: firstRows, rejected: 1 } },
  {
    name: 'utf-8-in-gb18030.csv',
    content: () => Buffer.concat([encode(text, 'gb18030'), Buffer.from(delimited([people[0] ?? []]))]),
    expected: { refused: '编码' },
  },
  {
    name: 'decoded-twice.csv',
    content: () => Buffer.from(Buffer.from(text).toString('latin1')),
    expected: noHeading,
  },
  {
    name: 'big5.csv',
    content: () =>
      encode(
        delimited([
          ['城鄉類別', '戶主姓名', '姓名', '身份證號', '月保障金額', '鄉鎮', '村'],
          ['農村', '丁一凡', '丁一凡', '', '330', '青松鎮', '東山村'],
        ]),
        'big5',
      ),
    expected: noHeading,
  },
  { name: 'korean.csv', content: () => encode('성명,주민번호,금액\r\n김철수,1,300\r\n', 'euc-kr'), expected: noHeading },
  { name: 'japanese.csv', content: () => encode('氏名,番号,金額\r\n山田,1,300\r\n', 'shift_jis'), expected: { refused: '' } },
  {
    name: 'zero-in-the-middle.csv',
    content: () => Buffer.from(text.replace('万三元', '万\0元')),
    expected: { refused: '零字符' },
  },
  {
    name: 'zeros-at-the-end.csv',
    content: () => Buffer.concat([Buffer.from(text), Buffer.alloc(4096)]),
    expected: { refused: '零字符' },
  },
  { name: 'zeros-only.csv', content: () => Buffer.alloc(4096), expected: { refused: '零字符' } },
  { name: 'empty.csv', content: () => Buffer.alloc(0), expected: { refused: '空的' } },
  { name: 'mark-only.csv', content: () => Buffer.from('\ufeff'), expected: { refused: '没有文字' } },
  { name: 'blank-lines-only.csv', content: () => Buffer.from('\r\n'.repeat(50)), expected: { refused: '没有文字' } },
];
