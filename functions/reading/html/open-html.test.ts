import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../schemas/values/cell.ts';
import { openFile } from '../open-file.ts';

async function read(page: string | Buffer) {
  const bytes = Buffer.from(page);
  const opened = await openFile(
    {
      name: 'a.xls',
      size: bytes.length,
      open: async function* () {
        for (let at = 0; at < bytes.length; at += 11) yield bytes.subarray(at, at + 11);
      },
    },
    (cells) => cells.includes('姓名'),
  );
  const sheet = opened.sheets[0]!;
  const merges = await sheet.merges();
  const rows: Cell[][] = [];
  for await (const batch of sheet.batches()) for (const { row, cells } of batch) rows.push([row, ...cells]);
  return { kind: opened.kind, encoding: opened.encoding, name: sheet.name, merges, rows };
}

describe('a page saved as .xls', () => {
  it('is a sheet of its tables, with title, merged cells and the name that Excel left', async () => {
    const page = `<html><head><meta charset=gb2312><title>无</title><style>td{}</style>
      <!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>农村低保</x:Name></x:ExcelWorksheet></xml><![endif]--></head><body>
      <h1>2020年 名册</h1><table><tr><th rowspan=2>姓名</th><th colspan=2>证件</th></tr><tr><td>类</td><td>号</td></tr>
      <tr><td rowspan="99">张三&amp;<td>&nbsp;230123197001011234<br>x</td><td></td></tr><tr><td>乙</table></body></html>`;
    expect(await read(page)).toEqual({
      kind: 'html',
      encoding: 'utf-8',
      name: '农村低保',
      merges: [
        { top: 2, bottom: 3, left: 0, right: 0 },
        { top: 2, bottom: 2, left: 1, right: 2 },
        { top: 4, bottom: 5, left: 0, right: 0 },
      ],
      rows: [
        [1, '2020年 名册'],
        [2, '姓名', '证件'],
        [3, undefined, '类', '号'],
        [4, '张三&', '230123197001011234\nx'],
        [5, undefined, '乙'],
      ],
    });
  });

  it('may hold its table in a table for layout', async () => {
    const { rows } = await read('<table><tr><td><table><tr><td>姓名<td>金额<tr><td>甲<td>1</table></td></tr></table>');
    expect(rows).toEqual([
      [1, '姓名', '金额'],
      [2, '甲', '1'],
    ]);
  });

  it('is decoded by its bytes, whatever it declares', async () => {
    const gb18030 = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]);
    const page = Buffer.concat([Buffer.from('<html><meta charset="utf-8"><table><tr><td>'), gb18030, Buffer.from('</table>')]);
    expect(await read(page)).toMatchObject({ encoding: 'gb18030', rows: [[1, '姓名']] });
  });

  it('counts blank rows in the numbers of those below', async () => {
    const { rows } = await read('<table><tr><td>姓名</td></tr><tr><td> </td></tr><tr></tr><tr><td>甲</td></tr></table>');
    expect(rows).toEqual([
      [1, '姓名'],
      [4, '甲'],
    ]);
  });
});
