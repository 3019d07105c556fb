import { validId } from './builders.ts';
import { readTexts } from './read-texts.ts';

export const id = validId(230123, 19520101, 17);
export const other = validId(230123, 19520101, 18);
export const headings = ['城乡类别', '户主姓名', '姓名', '身份证号', '月保障金额', '乡镇', '村'];
export const row = ['农村', '张三', '张三', id, '300', '竹帘镇', '红旗村'];
/** A roster of one person, as a test of headings changes it. */
export const base = `${headings.join(',')}\n${row.join(',')}`;

/** Reads a text as the only roster of an inbox; its rows, and what is said of the file. */
export async function rowsOf(text: string, name = '名册.csv') {
  const result = await readTexts({ [`dibao-roster/${name}`]: text });
  const table = result.tables['dibao-roster'];
  return { ...result, file: result.files[0], rows: Array.from({ length: table?.length ?? 0 }, (_, at) => table!.row(at)) };
}
