import type { BrokenFile } from './broken-file.ts';
import { encode, utf16 } from './encode.ts';
import { everyone, table } from './roster.ts';

const read = { read: everyone() };
const rows = (cells: readonly (readonly string[])[] = table) =>
  cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
const page = (body: string) => `<html><head><meta charset="gb2312"><title>导出</title></head><body>${body}</body></html>`;
const whole = page(`<table border="1">${rows()}</table>`);

/** Pages with tables, saved under the name of a workbook. */
export const htmlFiles: readonly BrokenFile[] = [
  { name: 'page-utf-8.xls', content: () => Buffer.from(whole), expected: read },
  { name: 'page-gb18030.xls', content: () => encode(whole, 'gb18030'), expected: read },
  { name: 'page-utf-16.xls', content: () => utf16(`\ufeff${whole}`, 'le'), expected: read },
  { name: 'page-unclosed.xls', content: () => Buffer.from(`<table>${rows().replaceAll(/<\/t[dr]>/g, '')}`), expected: read },
  {
    name: 'page-in-a-table-for-layout.xls',
    content: () => Buffer.from(page(`<table><tr><td><table>${rows()}</table></td></tr></table>`)),
    expected: read,
  },
  {
    name: 'page-with-title.xls',
    content: () => Buffer.from(page(`<h1>2020年6月农村低保花名册</h1><table>${rows()}</table>`)),
    expected: { read: everyone(2) },
  },
  {
    name: 'page-with-script.xls',
    content: () => Buffer.from(page(`<script>var t="<table><tr><td>x</td></tr></table>"</script><table>${rows()}</table>`)),
    expected: read,
  },
  {
    name: 'page-with-entities.xls',
    content: () => Buffer.from(page(`<table>${rows().replaceAll('东山村', '&nbsp;&#19996;山村&amp;nbsp')}</table>`)),
    expected: read,
  },
  {
    name: 'page-without-table.xls',
    content: () => Buffer.from(page('<p>登录已超时，请重新登录</p>')),
    expected: { refused: '表头行' },
  },
  {
    name: 'page-spanning-too-far.xls',
    content: () => Buffer.from(page(`<table>${rows()}<tr><td colspan="100000" rowspan="65535">甲</td></tr></table>`)),
    expected: { refused: '超过上限1024列' },
  },
  {
    name: 'page-spanning-rows-that-are-not-there.xls',
    content: () =>
      Buffer.from(
        page(`<table>${rows().replace('<td>和平社区', '<td rowspan="65535">和平社区').replace('<td>南甸村</td>', '')}</table>`),
      ),
    expected: read,
  },
  {
    name: 'page-nested-by-the-hundred-thousand.xls',
    content: () => Buffer.from(page('<div>'.repeat(100_000))),
    expected: { refused: '嵌套' },
  },
  {
    name: 'page-cell-of-a-megabyte.xls',
    content: () => Buffer.from(page(`<table>${rows()}<tr><td>${'x'.repeat(1024 ** 2)}</td></tr></table>`)),
    expected: { refused: '32767个字符' },
  },
  {
    name: 'page-rows-by-the-hundred-thousand.xls',
    content: () => Buffer.from(page(`<table>${rows()}${'<tr><td></td></tr>'.repeat(100_000)}</table>`)),
    expected: read,
  },
];
