import { attributeText } from '../workbook/cell-text.ts';
import { columnLetters } from '../workbook/text-width.ts';
import type { DrawingParts } from '../workbook/workbook.ts';
import { quotedName } from '../workbook/workbook.ts';
import type { ChartRange } from './rule-table.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `bar`: names down the left side, for long ones. */
export type ChartKind = 'bar' | 'col';

export interface Chart {
  readonly title: string;
  readonly kind: ChartKind;
  readonly range: ChartRange;
  /** Grid columns from and to, rows from and to, from 0. */
  readonly at: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

const axisTitle = (text: string, level: boolean) =>
  `<c:title><c:tx><c:rich><a:bodyPr${level ? '' : ' rot="-5400000" vert="horz"'}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="800" b="0"/><a:t>${attributeText(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const textSize = (size: number, bold = false) =>
  `<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${bold ? 1 : 0}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p>`;

function points(values: readonly (string | number)[]): string {
  const items = values.map((value, at) => `<c:pt idx="${at}"><c:v>${attributeText(String(value))}</c:v></c:pt>`);
  return `<c:ptCount val="${values.length}"/>${items.join('')}`;
}

function series(sheet: string, { first, last, namesColumn, valuesColumn, names, values }: ChartRange): string {
  const range = (column: number) =>
    `${attributeText(quotedName(sheet))}!$${columnLetters(column)}$${first}:$${columnLetters(column)}$${last}`;
  return (
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>疑点数</c:v></c:tx>' +
    '<c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>' +
    `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr>${textSize(800)}</c:txPr>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${range(namesColumn)}</c:f><c:strCache>${points(names)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${range(valuesColumn)}</c:f><c:numCache><c:formatCode>0</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`
  );
}

/** A native chart that reads its figures from the table on the sheet, so it follows what people correct there. */
function chartXml(sheet: string, { title, kind, range }: Chart): string {
  // Bars are drawn from the axis upwards; reversed they stand in the table's order, and the figures would stand on top.
  const order = kind === 'bar' ? 'maxMin' : 'minMax';
  const [names, values] = kind === 'bar' ? ['l', 'b'] : ['b', 'l'];
  return (
    `${xml}<c:chartSpace xmlns:c="${drawingMl}/chart" xmlns:a="${drawingMl}/main" xmlns:r="${relations}"><c:roundedCorners val="0"/><c:chart>` +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${attributeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="${kind}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series(sheet, range)}` +
    '<c:gapWidth val="60"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>' +
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${names}"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:txPr>${textSize(800)}</c:txPr>` +
    '<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${values}"/>` +
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>' +
    axisTitle('疑点数（条）', kind === 'bar') +
    `<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:txPr>${textSize(800)}</c:txPr>` +
    `<c:crossAx val="111111111"/><c:crosses val="${kind === 'bar' ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

const corner = (element: string, column: number, row: number) =>
  `<xdr:${element}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${element}>`;

const frame = ({ title, at }: Chart, number: number) =>
  `<xdr:twoCellAnchor>${corner('from', at.left, at.top)}${corner('to', at.right, at.bottom)}` +
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${attributeText(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
  '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
  `<a:graphic><a:graphicData uri="${drawingMl}/chart"><c:chart xmlns:c="${drawingMl}/chart" xmlns:r="${relations}" r:id="rId${number}"/></a:graphicData></a:graphic>` +
  '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>';

/** The drawing of a sheet with its charts, as parts of the workbook. */
export function chartParts(sheet: string, charts: readonly Chart[]): DrawingParts {
  return {
    drawing: `${xml}<xdr:wsDr xmlns:xdr="${drawingMl}/spreadsheetDrawing" xmlns:a="${drawingMl}/main">${charts.map((chart, at) => frame(chart, at + 1)).join('')}</xdr:wsDr>`,
    charts: charts.map((chart) => chartXml(sheet, chart)),
  };
}
