import { encodeGb18030 } from './gb18030.ts';
import { escapeXml, type SampleWorkbook, type Sheet, type SheetCell } from './sheet.ts';

/** What many web systems call an Excel export: a page with one table, named `.xls`. */
export function htmlBytes({ sheets, form }: SampleWorkbook): Uint8Array {
  const gb18030 = form === 'html-gb18030';
  const head = `<meta http-equiv="Content-Type" content="text/html; charset=${gb18030 ? 'gb2312' : 'utf-8'}">`;
  const text =
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>${head}\r\n` +
    `<style>td{mso-number-format:"\\@";white-space:nowrap}</style></head>\r\n<body>\r\n${sheets.map(tableHtml).join('\r\n')}\r\n</body></html>\r\n`;
  return gb18030 ? encodeGb18030(text) : new TextEncoder().encode(text);
}

function tableHtml({ rows, merges }: Sheet): string {
  const lines = rows.map((cells, row) => {
    const spans = merges.filter(({ top, bottom }) => top === row && bottom === row);
    const written: string[] = [];
    for (let column = 0; column < cells.length; column++) {
      const span = spans.find(({ left }) => left === column);
      const width = span === undefined ? 1 : span.right - span.left + 1;
      const colspan = width > 1 ? ` colspan="${width}"` : '';
      written.push(`<td${colspan}>${escapeXml(shown(cells[column] ?? ''))}</td>`);
      column += width - 1;
    }
    return `<tr>${written.join('')}</tr>`;
  });
  return `<table border="1">\r\n${lines.join('\r\n')}\r\n</table>`;
}

const shown = (cell: SheetCell): string => (typeof cell === 'string' ? cell : 'day' in cell ? cell.day : String(cell.number));
