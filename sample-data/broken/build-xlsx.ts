import { buildZip, type ZipPart } from './build-zip.ts';

const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface XlsxSheet {
  readonly name?: string;
  readonly state?: string;
  /** Last word of the relationship's type; `worksheet` unless given. */
  readonly kind?: string;
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  /** What stands behind it, such as merged ranges. */
  readonly behind?: string;
  /** The whole part, in place of all this. */
  readonly part?: string | Buffer;
}

export interface XlsxContent {
  readonly sheets: readonly XlsxSheet[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Changes or adds parts before they are packed. */
  readonly change?: (parts: ZipPart[]) => readonly ZipPart[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The parts of a small workbook as Excel lays them out, with hand-written rows. */
export function xlsxParts({ sheets, strings, styles, date1904, change = (parts) => parts }: XlsxContent): readonly ZipPart[] {
  const links = sheets.map(
    ({ kind = 'worksheet' }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeDocument}/${kind}" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (strings !== undefined)
    links.push(`<Relationship Id="s" Type="${officeDocument}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (styles !== undefined) links.push(`<Relationship Id="y" Type="${officeDocument}/styles" Target="styles.xml"/>`);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships xmlns="${packageRelationships}"><Relationship Id="a" Type="${officeDocument}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeDocument}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${declaration}<Relationships xmlns="${packageRelationships}">${links.join('')}</Relationships>`,
    },
    ...sheets.map(({ rows = '', behind = '', part }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: part ?? `${declaration}<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    })),
  ];
  if (strings !== undefined) {
    parts.push({ name: 'xl/sharedStrings.xml', content: `${declaration}<sst xmlns="${spreadsheet}">${strings}</sst>` });
  }
  if (styles !== undefined) {
    parts.push({ name: 'xl/styles.xml', content: `${declaration}<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>` });
  }
  return change(parts);
}

/** The same as a file. */
export function buildXlsx(content: XlsxContent): Buffer {
  return buildZip(xlsxParts(content));
}

/** Rows of inline strings from row 1, without references, as some export programs write them. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('')}</row>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
