import { attributeText } from './cell-text.ts';

interface Style {
  readonly font?: keyof typeof fonts;
  readonly fill?: string;
  readonly border?: boolean;
  readonly across?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly format?: keyof typeof formats;
  /** Stays text when somebody edits the cell, also where the text begins like a formula. */
  readonly quoted?: boolean;
}

// 宋体 and 黑体 are on every office machine; elsewhere a program takes its own Han font.
const fonts = {
  body: '<sz val="10"/><name val="宋体"/><charset val="134"/>',
  bold: '<b/><sz val="10"/><name val="宋体"/><charset val="134"/>',
  title: '<b/><sz val="18"/><name val="黑体"/><charset val="134"/>',
  section: '<b/><sz val="12"/><color rgb="FF1F3864"/><name val="黑体"/><charset val="134"/>',
  note: '<sz val="9"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/>',
  small: '<sz val="8"/><color rgb="FF595959"/><name val="宋体"/><charset val="134"/>',
  marked: '<b/><sz val="10"/><color rgb="FFC00000"/><name val="宋体"/><charset val="134"/>',
  link: '<u/><sz val="10"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/>',
} as const;

// The blank behind a figure keeps it off the text of the next column.
// In a table of many rules and places a dash lets the figures stand out that a zero would hide.
const customFormats = {
  date: 'yyyy-mm-dd',
  whole: '0_ ',
  amount: '#,##0.00_ ',
  wholeOrDash: '0_ ;-0_ ;"—"_ ',
  amountOrDash: '#,##0.00_ ;-#,##0.00_ ;"—"_ ',
} as const;
const formats = {
  general: 0,
  ordinal: 1,
  text: 49,
  date: 164,
  whole: 165,
  amount: 166,
  wholeOrDash: 167,
  amountOrDash: 168,
} as const;

const head = 'FFD9E2F3';
const expectedFill = 'FFE2EFDA';
const actualFill = 'FFFCE4D6';
const answerFill = 'FFFFF9E5';
const totalFill = 'FFF2F2F2';

/** Every look that a cell of a report can have, by name. */
const styles = {
  plain: {},
  title: { font: 'title', across: 'center' },
  subtitle: { across: 'center' },
  section: { font: 'section' },
  note: { font: 'note', wrap: true, quoted: true },
  alarm: { font: 'marked', wrap: true, border: true, fill: actualFill, quoted: true },
  label: { font: 'bold', fill: head, border: true, wrap: true },
  value: { border: true, wrap: true, format: 'text' },
  signature: { font: 'bold' },
  heading: { font: 'bold', fill: head, border: true, across: 'center', wrap: true },
  text: { border: true, wrap: true, format: 'text' },
  centered: { border: true, wrap: true, across: 'center', format: 'text' },
  // Excel shows long text in the text format as ####.
  long: { border: true, wrap: true, quoted: true },
  hash: { font: 'small', border: true, wrap: true, across: 'center', format: 'text' },
  link: { font: 'link', border: true, wrap: true },
  expected: { fill: expectedFill, border: true, wrap: true, across: 'center', format: 'text' },
  actual: { font: 'marked', fill: actualFill, border: true, wrap: true, across: 'center', format: 'text' },
  expectedAmount: { fill: expectedFill, border: true, across: 'right', format: 'amount' },
  actualAmount: { font: 'marked', fill: actualFill, border: true, across: 'right', format: 'amount' },
  amount: { border: true, across: 'right', format: 'amount' },
  whole: { border: true, across: 'right', format: 'whole' },
  wholeOrDash: { border: true, across: 'right', format: 'wholeOrDash' },
  amountOrDash: { border: true, across: 'right', format: 'amountOrDash' },
  ordinal: { border: true, across: 'center', format: 'ordinal' },
  markedAmount: { font: 'marked', border: true, across: 'right', format: 'amount' },
  markedWhole: { font: 'marked', border: true, across: 'right', format: 'whole' },
  totalText: { font: 'bold', fill: totalFill, border: true, wrap: true, across: 'center' },
  totalWhole: { font: 'bold', fill: totalFill, border: true, across: 'right', format: 'whole' },
  totalAmount: { font: 'bold', fill: totalFill, border: true, across: 'right', format: 'amount' },
  answer: { fill: answerFill, border: true, wrap: true, quoted: true },
  answerDate: { fill: answerFill, border: true, across: 'center', format: 'date' },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;

const names = Object.keys(styles) as StyleName[];
const indexes = new Map(names.map((name, index) => [name, index]));

/** Bold letters and digits are a little wider. */
export const isBold = (name: StyleName): boolean => /bold|marked/.test((styles[name] as Style).font ?? '');

/** Width that a column has for texts of ten points: more of the small letters of a hash fit. */
export const roomFor = (name: StyleName, width: number): number => (name === 'hash' ? width * 1.25 : width);

/** The number by which a cell names its style. */
export const styleIndex = (name: StyleName): number => indexes.get(name) ?? 0;

const fontNames = Object.keys(fonts) as (keyof typeof fonts)[];
const fills = [...new Set(names.map((name) => (styles[name] as Style).fill).filter((fill) => fill !== undefined))];

function cellFormat(style: Style): string {
  const font = fontNames.indexOf(style.font ?? 'body');
  // Fills 0 and 1 are fixed by the format.
  const fill = style.fill === undefined ? 0 : fills.indexOf(style.fill) + 2;
  const format = formats[style.format ?? 'general'];
  const across = style.across === undefined ? '' : ` horizontal="${style.across}"`;
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${style.border ? 1 : 0}" xfId="0"` +
    `${style.quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
    `<alignment${across} vertical="center"${style.wrap ? ' wrapText="1"' : ''}/></xf>`
  );
}

const list = (element: string, items: readonly string[]) => `<${element} count="${items.length}">${items.join('')}</${element}>`;

const solid = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

const edge = (side: string) => `<${side} style="thin"><color rgb="FFA6A6A6"/></${side}>`;

/** `xl/styles.xml`. */
export const stylesXml: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  list(
    'numFmts',
    Object.entries(customFormats).map(
      ([name, code]) => `<numFmt numFmtId="${formats[name as keyof typeof customFormats]}" formatCode="${attributeText(code)}"/>`,
    ),
  ) +
  list(
    'fonts',
    fontNames.map((name) => `<font>${fonts[name]}</font>`),
  ) +
  list('fills', [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    ...fills.map(solid),
  ]) +
  list('borders', [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`,
  ]) +
  list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
  list(
    'cellXfs',
    names.map((name) => cellFormat(styles[name])),
  ) +
  list('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']) +
  '</styleSheet>';
