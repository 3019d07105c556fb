import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encode, utf16 } from '../../sample-data/broken/encode.ts';
import type { Cell } from '../../schemas/values/cell.ts';
import { FileRefused } from './file-refused.ts';
import { openFile } from './open-file.ts';

const heading = '姓名,身份证号,金额';
const recognises = (cells: readonly Cell[]) => cells.includes('姓名') && cells.includes('身份证号');

/** A file handed over in chunks so small that every character is cut somewhere, all of them in the same memory. */
function file(content: Buffer | string, chunk = 7) {
  const bytes = Buffer.from(content);
  return {
    name: 'a.csv',
    size: bytes.length,
    async *open() {
      const memory = Buffer.alloc(chunk);
      for (let at = 0; at < bytes.length; at += chunk) {
        yield memory.subarray(0, bytes.copy(memory, 0, at, at + chunk));
        memory.fill(0xff);
      }
    },
  };
}

async function rowsOf(content: Buffer | string, chunk?: number) {
  const opened = await openFile(file(content, chunk), recognises);
  const rows: Cell[][] = [];
  for await (const batch of opened.sheets[0]!.batches()) for (const { row, cells } of batch) rows.push([row, ...cells]);
  return { ...opened, rows };
}

const text = `${heading}\r\n张䶮,230123197001011234,1.50\r\n李秀兰,230123197001011242,2\r\n`;
const rows = [
  [1, '姓名', '身份证号', '金额'],
  [2, '张䶮', '230123197001011234', '1.50'],
  [3, '李秀兰', '230123197001011242', '2'],
];

describe('encodings', () => {
  it('reads UTF-8 with and without byte order mark', async () => {
    expect(await rowsOf(text)).toMatchObject({ kind: 'text', encoding: 'utf-8', delimiter: ',', rows });
    expect(await rowsOf(`\ufeff${text}`)).toMatchObject({ encoding: 'utf-8', rows });
  });

  it('reads GB18030 with the character that gbk lacks', async () => {
    expect(await rowsOf(encode(text, 'gb18030'))).toMatchObject({ encoding: 'gb18030', rows });
  });

  it('reads a long GB18030 text as the same text in UTF-8, whole or damaged at its end', async () => {
    const long = text + '欧阳𠮷,230123197001011234,1.50\r\n'.repeat(8000);
    const fourBytes = Buffer.from([0x95, 0x34, 0xb2, 0x35]);
    const gb18030 = Buffer.concat(
      long.split('𠮷').flatMap((part, at) => [...(at > 0 ? [fourBytes] : []), encode(part, 'gb18030')]),
    );
    const whole = await rowsOf(long, 1 << 20);
    const same = await rowsOf(gb18030, 1 << 20);
    const damaged = await rowsOf(Buffer.concat([gb18030, Buffer.from([0xc0])]), 1 << 20);
    expect(whole.rows).toHaveLength(8003);
    expect(same.encoding).toBe('gb18030');
    expect(same.rows).toEqual(whole.rows);
    expect(damaged.rows).toEqual([...whole.rows, [8004, '\ufffd']]);
  });

  it('tells U+FFFD that GB18030 text was written with from damage, also where two pieces of memory meet', async () => {
    const filler = 'x,y\n'.repeat(32_767);
    const written = Buffer.concat([Buffer.from(`${filler}ab`), Buffer.from([0x84, 0x31, 0xa4, 0x37])]);
    const read = await rowsOf(written, 5000);
    expect(read.encoding).toBe('gb18030');
    expect(read.rows.at(-1)).toEqual([32_768, 'ab\ufffd']);
    await expect(rowsOf(Buffer.concat([written, Buffer.from([0xc0])]), 5000)).rejects.toThrow(FileRefused);
  });

  it('reads UTF-16 of both orders by its byte order mark', async () => {
    expect(await rowsOf(utf16(`\ufeff${text}`, 'le'))).toMatchObject({ encoding: 'utf-16le', rows });
    expect(await rowsOf(utf16(`\ufeff${text}`, 'be'))).toMatchObject({ encoding: 'utf-16be', rows });
  });

  it('never takes UTF-8 for GB18030, though 姓名 decodes there', async () => {
    expect((await rowsOf('姓名,身份证号\n')).rows).toEqual([[1, '姓名', '身份证号']]);
  });

  it('reads text with fewer than one undecodable character in 1,000 where the heading row is recognised', async () => {
    const damaged = Buffer.concat([encode(text + '张三,1,2\r\n'.repeat(200), 'gb18030'), Buffer.from([0xc0])]);
    const { encoding, rows: read } = await rowsOf(damaged);
    expect(encoding).toBe('gb18030');
    expect(read.at(-1)).toEqual([204, '\ufffd']);
  });

  it.each([
    ['one in 1,000 characters or more is damaged', Buffer.concat([encode(text, 'gb18030'), Buffer.from([0xc0])])],
    ['damaged text has no heading row', Buffer.concat([encode('甲,乙\n'.repeat(1000), 'gb18030'), Buffer.from([0xc0])])],
    ['UTF-16 has no byte order mark', utf16(text, 'le')],
    ['a zero character stands in UTF-16', utf16(`\ufeff${heading}\n\0`, 'le')],
  ])('refuses where %s', async (_, content) => {
    await expect(rowsOf(content)).rejects.toThrow(FileRefused);
  });

  it('does not recognise the heading row of Big5 and Korean text that decodes as GB18030', async () => {
    for (const content of [encode('姓名,身份證號\n', 'big5'), encode('성명,주민번호\n', 'euc-kr')]) {
      const read = await rowsOf(content);
      expect(read.encoding).toBe('gb18030');
      expect(read.rows.some((row) => recognises(row))).toBe(false);
    }
  });
});

describe('records', () => {
  it.each([',', '\t', '|', ';'])('takes the delimiter %j by the heading row', async (delimiter) => {
    const read = await rowsOf(`2020年名册; 甲|乙\n${text.replaceAll(',', delimiter)}`);
    expect(read.delimiter).toBe(delimiter);
    expect(read.rows.slice(1)).toEqual(rows.map(([row, ...cells]) => [Number(row) + 1, ...cells]));
  });

  it('takes runs of white space for a delimiter', async () => {
    const read = await rowsOf('姓名   身份证号\u3000金额\n  张三 1\t2 \n');
    expect(read).toMatchObject({
      delimiter: ' ',
      rows: [
        [1, '姓名', '身份证号', '金额'],
        [2, '张三', '1', '2'],
      ],
    });
  });

  it('takes the delimiter of a layout without heading row from the records', async () => {
    expect((await rowsOf('001|6228|王,五|3\n002|6229|李四|4\n')).delimiter).toBe('|');
  });

  it('ends lines in LF, CR LF or CR, in one file too, and counts blank lines', async () => {
    const { rows: read } = await rowsOf('姓名,身份证号\r甲,1\r\n\r\n乙,2\n\n丙,3');
    expect(read).toEqual([[1, '姓名', '身份证号'], [2, '甲', '1'], [3], [4, '乙', '2'], [5], [6, '丙', '3']]);
  });

  it.each([1, 2, 3, 64, 1000])('reads the same whatever the chunks (%i bytes)', async (chunk) => {
    const { rows: read } = await rowsOf('姓名,身份证号,备注\r\n"甲,乙",1,"他说""好""\r\n第二行"\r\n丙,2,\r\n', chunk);
    expect(read).toEqual([
      [1, '姓名', '身份证号', '备注'],
      [2, '甲,乙', '1', '他说"好"\n第二行'],
      [3, '丙', '2', ''],
    ]);
  });

  it('keeps a quote in the middle of a cell as it stands', async () => {
    expect((await rowsOf(`${heading}\n甲,5"管,1\n乙,6"管,2\n`)).rows.slice(1)).toEqual([
      [2, '甲', '5"管', '1'],
      [3, '乙', '6"管', '2'],
    ]);
  });

  it.each([
    ['nothing closes it', `${heading}\n"甲,1,2\n乙,3,4\n丙,5,6\n`],
    ['a quote two rows on would close it', `${heading}\n"甲,1,2\n乙,3,4\n丙,5",6\n`],
    ['the next quoted cell begins', `${heading}\n"甲,1,2\n乙,"3",4\n丙,5,6\n`],
    ['text follows the closing quote', `${heading}\n"甲"氏,1,2\n乙,3,4\n丙,5,6\n`],
  ])('loses only its own record to a lone quote where %s', async (_, content) => {
    const { rows: read } = await rowsOf(content);
    expect(read.map(([row]) => row)).toEqual([1, 2, 3, 4]);
    const cells = content.split('\n')[1]!.split(',');
    expect(read[1]).toEqual([2, ...cells.map((cell) => ({ error: cell, why: '引号不成对' }))]);
    expect(read[2]).toEqual([3, '乙', '3', '4']);
  });
});

it('gives size and sha256 of the bytes, not of the text', async () => {
  const bytes = encode(text, 'gb18030');
  const opened = await openFile(file(bytes), recognises);
  expect(opened).toMatchObject({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
});

it.each([
  ['nothing', ''],
  ['white space only', '\ufeff \r\n '],
  ['a PDF', '%PDF-1.7 …'],
  ['XML of Excel 2003', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'],
])('refuses %s', async (_, content) => {
  await expect(openFile(file(content), recognises)).rejects.toThrow(FileRefused);
});
