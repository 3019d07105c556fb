import { FileRefused } from './file-refused.ts';
import { byteOrderMark } from './text/decode.ts';

export type ContentKind = 'zip' | 'ole' | 'html' | 'text';

/** Other kinds that people send by mistake, by their first bytes (in Latin-1). */
const otherKinds: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'PDF 文件'],
  ['Rar!', 'RAR 压缩包'],
  ["7z\xbc\xaf'\x1c", '7z 压缩包'],
  ['\x1f\x8b', 'gzip 压缩包'],
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF8', '图片'],
  ['\x00\x01\x00\x00Standard', 'Access 数据库'],
  ['SQLite format 3', 'SQLite 数据库'],
  ['{\\rtf', 'RTF 文档'],
  ['MIME-Version:', '单个文件网页（MHT）'],
  ['\x09\x00\x04\x00', '很旧的 Excel 文件（Excel 2）'],
  ['\x09\x02\x06\x00', '很旧的 Excel 文件（Excel 3）'],
  ['\x09\x04\x06\x00', '很旧的 Excel 文件（Excel 4）'],
  ['\xff\xfe\x00\x00', 'UTF-32 编码的文本'],
  ['\x00\x00\xfe\xff', 'UTF-32 编码的文本'],
];

/** What a file's content is, whatever its name says. Throws `FileRefused` for what is neither table nor text. */
export function contentKind(head: Buffer): ContentKind {
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  const other = otherKinds.find(([signature]) => start.startsWith(signature));
  if (other !== undefined)
    throw new FileRefused(
      `这是${other[1]}，不能读取`,
      '请发送 xlsx、xls、et、csv 或 txt 文件；能用 Excel 或 WPS 打开的，另存为 xlsx。',
    );
  // Up to the first tags, which are ASCII in every encoding at hand.
  const mark = byteOrderMark(head);
  const markup = head.toString(mark?.encoding === 'utf-16le' ? 'utf16le' : 'latin1', mark?.length ?? 0, 4096).trimStart();
  if (/^<\?xml[^>]*>\s*(<\?mso|<(\w+:)?Workbook)/i.test(markup)) {
    throw new FileRefused('这是 XML 电子表格 2003', '请用 Excel 或 WPS 打开，另存为 xlsx。');
  }
  return /^(<!--.*?-->\s*)*<(!doctype html|html|head|meta|style|table|body|div|center|\?xml[^>]*>\s*<(!doctype )?html)/is.test(
    markup,
  )
    ? 'html'
    : 'text';
}
