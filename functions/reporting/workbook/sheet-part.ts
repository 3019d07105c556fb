import type { ReportSink } from '../report-files.ts';
import { TextSink } from '../text-sink.ts';
import { attributeText } from './cell-text.ts';
import { usualHeight } from './cells.ts';
import { columnLetters } from './text-width.ts';

export interface ListValidation {
  /** `P5:P300` */
  readonly range: string;
  readonly choices: readonly string[];
}

/** What stands around a sheet's rows. */
export interface SheetFrame {
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight, headings included. */
  readonly frozenRows: number;
  readonly frozenColumns?: number;
  /** First and last heading row, repeated on every printed page. */
  readonly repeatedRows?: readonly [number, number];
  /** `A3:T300` */
  readonly filter?: string;
  readonly merges?: readonly string[];
  /** Cells with digits that are meant to be text, so that Excel puts no warning sign on each. */
  readonly digitsAsText?: string;
  readonly validations?: readonly ListValidation[];
  /** Cell → place in this workbook: `'退回行'!A1`. */
  readonly links?: readonly { readonly cell: string; readonly place: string }[];
  /** The last rows before pages that begin anew. */
  readonly pageBreaks?: readonly number[];
  /** Relationship id of the drawing that holds the charts. */
  readonly drawing?: string;
}

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

function pane(frame: SheetFrame): string {
  const rows = frame.frozenRows;
  const columns = frame.frozenColumns ?? 0;
  if (rows === 0 && columns === 0) return '';
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const active = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return (
    `<pane${split} topLeftCell="${corner}" activePane="${active}" state="frozen"/>` +
    `<selection pane="${active}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

/** Everything before the first row. `first` marks the sheet that is shown when the workbook opens. */
export function sheetHead(frame: SheetFrame, first: boolean): string {
  const columns = frame.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return (
    `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(frame)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${usualHeight}" customHeight="1"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

const validationXml = ({ range, choices }: ListValidation) =>
  `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请选择" error="${attributeText(
    `只能填：${choices.join('、')}`,
  )}" sqref="${range}"><formula1>"${attributeText(choices.join(','))}"</formula1></dataValidation>`;

const wrapped = (element: string, items: readonly string[], counted = true) =>
  items.length === 0 ? '' : `<${element}${counted ? ` count="${items.length}"` : ''}>${items.join('')}</${element}>`;

const pageBreaksXml = (rows: readonly number[]) =>
  rows.length === 0
    ? ''
    : `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`;

/** Inches. */
const margins = { across: 0.4, down: 0.55 } as const;
const pointsPerInch = 72;
/** A4, on its side. */
const paper = { width: 842, height: 595 };
/** Of a column, for each character of its width: seven pixels. */
const pointsPerCharacter = 5.25;
/** Programs differ by some rows in what they bring onto a page. */
const sureShare = 0.96;

/** Points of rows that a printed page has room for, drawn together as it is to be one page wide. */
export function roomOfPage(widths: readonly number[]): number {
  const wide = widths.reduce((sum, width) => sum + width, 0) * pointsPerCharacter;
  const scale = Math.min(1, (paper.width - 2 * margins.across * pointsPerInch) / wide);
  return ((paper.height - 2 * margins.down * pointsPerInch) / scale) * sureShare;
}

/** Everything after the last row, in the order that the format wants. A4 landscape, one page wide, pages numbered. */
export function sheetTail(frame: SheetFrame): string {
  return (
    '</sheetData>' +
    (frame.filter === undefined ? '' : `<autoFilter ref="${frame.filter}"/>`) +
    wrapped(
      'mergeCells',
      (frame.merges ?? []).map((range) => `<mergeCell ref="${range}"/>`),
    ) +
    wrapped('dataValidations', (frame.validations ?? []).map(validationXml)) +
    wrapped(
      'hyperlinks',
      (frame.links ?? []).map(({ cell, place }) => `<hyperlink ref="${cell}" location="${attributeText(place)}"/>`),
      false,
    ) +
    '<printOptions horizontalCentered="1"/>' +
    `<pageMargins left="${margins.across}" right="${margins.across}" top="${margins.down}" bottom="${margins.down}" header="0.25" footer="0.25"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddHeader>&amp;R&amp;9&amp;A</oddHeader><oddFooter>&amp;C&amp;9第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>' +
    pageBreaksXml(frame.pageBreaks ?? []) +
    (frame.digitsAsText === undefined
      ? ''
      : `<ignoredErrors><ignoredError sqref="${frame.digitsAsText}" numberStoredAsText="1"/></ignoredErrors>`) +
    (frame.drawing === undefined ? '' : `<drawing r:id="${frame.drawing}"/>`) +
    '</worksheet>'
  );
}

/** Rows that wait in encoded chunks: for what must stand above them but is known only after them. */
export class WaitingRows {
  readonly #chunks: Uint8Array[] = [];
  readonly #text = new TextSink({ write: (chunk) => void this.#chunks.push(chunk) });

  addBytes(bytes: Uint8Array): void {
    void this.#text.addBytes(bytes);
  }

  async writeTo(sink: Pick<ReportSink, 'write'>): Promise<void> {
    await this.#text.flush();
    for (const chunk of this.#chunks) await sink.write(chunk);
  }
}
