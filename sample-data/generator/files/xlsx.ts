import { columnLetters, escapeXml, excelDay, type SampleWorkbook, type Sheet, type SheetCell } from './sheet.ts';
import { zip } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An `.xlsx` of our own making: the small part of OOXML that offices' sheets need, and no clock in it. */
export function xlsxBytes({ sheets, form }: SampleWorkbook): Uint8Array {
  const shared = form === 'shared-strings' ? new Map<string, number>() : undefined;
  const parts = sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, shared)] as const);
  return zip([
    ['[Content_Types].xml', contentTypes(sheets.length, shared !== undefined)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length, shared !== undefined)],
    ['xl/styles.xml', styles],
    ...(shared ? [['xl/sharedStrings.xml', sharedStringsXml(shared)] as const] : []),
    ...parts,
  ]);
}

function sheetXml({ rows, merges }: Sheet, shared: Map<string, number> | undefined): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row + 1}`, shared)).join('');
    return `<row r="${row + 1}">${written}</row>`;
  });
  const ranges = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}"/>`,
  );
  const merged = ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`;
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: SheetCell, address: string, shared: Map<string, number> | undefined): string {
  if (cell === '') return '';
  if (typeof cell === 'object') {
    if ('day' in cell) return `<c r="${address}" s="1"><v>${excelDay(cell.day)}</v></c>`;
    return `<c r="${address}"><v>${cell.number}</v></c>`;
  }
  if (shared === undefined) return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  const known = shared.get(cell) ?? shared.size;
  shared.set(cell, known);
  return `<c r="${address}" t="s"><v>${known}</v></c>`;
}

function sharedStringsXml(shared: ReadonlyMap<string, number>): string {
  const items = [...shared.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  return `${declaration}<sst xmlns="${main}" uniqueCount="${items.length}">${items.join('')}</sst>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function workbookRelations(sheets: number, shared: boolean): string {
  const targets: [string, string][] = Array.from({ length: sheets }, (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]);
  targets.push(['styles', 'styles.xml']);
  if (shared) targets.push(['sharedStrings', 'sharedStrings.xml']);
  return relationships(targets);
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${declaration}<Relationships xmlns="${namespace}">${listed.join('')}</Relationships>`;
}

function contentTypes(sheets: number, shared: boolean): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) => `<Override PartName="/xl/${name}.xml" ContentType="${spreadsheet}.${kind}+xml"/>`;
  const parts = [
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...(shared ? [part('sharedStrings', 'sharedStrings')] : []),
    ...Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')),
  ];
  const xml = '<Default Extension="xml" ContentType="application/xml"/>';
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return `${declaration}<Types xmlns="${namespace}">${rels}${xml}${parts.join('')}</Types>`;
}

/** Style 1 is a day as Chinese offices like to see it. */
const styles =
  `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>` +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="2"><xf/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>';
