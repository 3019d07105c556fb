import type { ReportSink } from '../report-files.ts';
import { TextSink } from '../text-sink.ts';
import { attributeText } from './cell-text.ts';
import { type SheetFrame, sheetHead, sheetTail } from './sheet-part.ts';
import { stylesXml } from './styles.ts';
import { ZipArchive } from './zip-archive.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const drawingTypes = 'application/vnd.openxmlformats-officedocument.drawing';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface Sheet {
  readonly name: string;
  /** Where it stands among the tabs; parts are written in another order. */
  readonly place: number;
  readonly file: number;
  frame: SheetFrame;
}

/** A sheet whose rows are being written. */
export interface OpenSheet {
  readonly rows: TextSink;
  /** The frame as it is known at the end: filter, merges and drop-downs name the last row. */
  close(frame: SheetFrame): Promise<void>;
}

/** Charts and the drawing that holds them, as parts. */
export interface DrawingParts {
  readonly drawing: string;
  readonly charts: readonly string[];
}

/**
 * Streams a workbook: sheets one after the other, then the parts that name them. Written here and not by a library,
 * because half a million rows must take seconds and flat memory, and because equal reports must be equal bytes.
 */
export class Workbook {
  readonly #archive: ZipArchive;
  readonly #sheets: Sheet[] = [];
  readonly #names = new Set<string>();
  readonly #title: string;

  private constructor(archive: ZipArchive, title: string) {
    this.#archive = archive;
    this.#title = title;
  }

  /** `charts`: how many the one drawing of the workbook will hold. */
  static async start(sink: ReportSink, title: string, charts: number): Promise<Workbook> {
    const workbook = new Workbook(new ZipArchive(sink), title);
    // First in the file, so that a program that looks at the beginning of a zip sees what kind it is. A sheet is the
    // default kind of part: then nobody needs to know yet how many sheets will follow.
    await workbook.#part('[Content_Types].xml', contentTypes(charts));
    await workbook.#part(
      '_rels/.rels',
      relationships([
        ['rId1', `${relations}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${packageRelations}/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    );
    await workbook.#part('xl/styles.xml', stylesXml);
    return workbook;
  }

  #part(name: string, content: string): Promise<void> {
    return this.#archive.part(name, (entry) => entry.write(Buffer.from(content, 'utf8')));
  }

  /** A name that no sheet has yet, at most 31 characters, without the signs that a sheet's name may not have. */
  uniqueName(wanted: string, suffix = ''): string {
    const clean = wanted.replace(/[[\]:*?/\\\u0000-\u001F]/g, '').replace(/^'+|'+$/g, '') || '表';
    for (let number = 1; ; number++) {
      const tail = suffix + (number === 1 ? '' : `（${number}）`);
      const name = clean.slice(0, 31 - tail.length) + tail;
      if (this.#names.has(name.toLowerCase())) continue;
      this.#names.add(name.toLowerCase());
      return name;
    }
  }

  async openSheet(name: string, place: number, frame: SheetFrame, drawing?: DrawingParts): Promise<OpenSheet> {
    const sheet: Sheet = { name, place, file: this.#sheets.length + 1, frame };
    this.#sheets.push(sheet);
    if (drawing !== undefined) await this.#drawing(sheet.file, drawing);
    const part = this.#archive.open(`xl/worksheets/sheet${sheet.file}.xml`);
    const rows = new TextSink(part.entry);
    await rows.add(sheetHead(frame, place === 0));
    const close = async (final: SheetFrame) => {
      sheet.frame = final;
      await rows.add(sheetTail(drawing === undefined ? final : { ...final, drawing: 'rId1' }));
      await rows.flush();
      await part.close();
    };
    return { rows, close };
  }

  async #drawing(file: number, { drawing, charts }: DrawingParts): Promise<void> {
    await this.#part(
      `xl/worksheets/_rels/sheet${file}.xml.rels`,
      relationships([['rId1', `${relations}/drawing`, '../drawings/drawing1.xml']]),
    );
    await this.#part('xl/drawings/drawing1.xml', drawing);
    await this.#part(
      'xl/drawings/_rels/drawing1.xml.rels',
      relationships(charts.map((_, at) => [`rId${at + 1}`, `${relations}/chart`, `../charts/chart${at + 1}.xml`])),
    );
    for (const [at, chart] of charts.entries()) await this.#part(`xl/charts/chart${at + 1}.xml`, chart);
  }

  /** Resolves to the digest over all parts. */
  async finish(): Promise<string> {
    const tabs = [...this.#sheets].sort((one, other) => one.place - other.place || one.file - other.file);
    const sheets = tabs.map(
      ({ name, file }, at) => `<sheet name="${attributeText(name)}" sheetId="${at + 1}" r:id="rId${file}"/>`,
    );
    const defined = tabs.flatMap((sheet, at) => definedNames(sheet, at));
    await this.#part(
      'xl/workbook.xml',
      `${xml}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}">` +
        `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="800"/></bookViews>` +
        `<sheets>${sheets.join('')}</sheets>` +
        `${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}<calcPr calcId="191029"/></workbook>`,
    );
    const styles = this.#sheets.length + 1;
    await this.#part(
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...this.#sheets.map(({ file }) => [`rId${file}`, `${relations}/worksheet`, `worksheets/sheet${file}.xml`] as const),
        [`rId${styles}`, `${relations}/styles`, 'styles.xml'],
      ]),
    );
    await this.#part('docProps/core.xml', coreProperties(this.#title));
    return this.#archive.finish();
  }
}

/** A sheet's name as a formula writes it. */
export const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

const absolute = (range: string) => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

function definedNames({ name, frame }: Sheet, at: number): string[] {
  const names: string[] = [];
  const place = attributeText(quotedName(name));
  if (frame.filter !== undefined) {
    names.push(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${place}!${absolute(frame.filter)}</definedName>`,
    );
  }
  if (frame.repeatedRows !== undefined) {
    const [from, to] = frame.repeatedRows;
    names.push(`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${place}!$${from}:$${to}</definedName>`);
  }
  return names;
}

const relationships = (items: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${packageRelations}">${items
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;

const contentTypes = (charts: number) =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Default Extension="xml" ContentType="${mainTypes}.worksheet+xml"/>` +
  override('/xl/workbook.xml', `${mainTypes}.sheet.main+xml`) +
  override('/xl/styles.xml', `${mainTypes}.styles+xml`) +
  override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
  (charts > 0 ? override('/xl/drawings/drawing1.xml', `${drawingTypes}+xml`) : '') +
  Array.from({ length: charts }, (_, at) => override(`/xl/charts/chart${at + 1}.xml`, `${drawingTypes}ml.chart+xml`)).join('') +
  '</Types>';

const coreProperties = (title: string) =>
  `${xml}<cp:coreProperties xmlns:cp="${packageRelations}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${attributeText(title)}</dc:title></cp:coreProperties>`;
