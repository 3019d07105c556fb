import { damaged } from './damaged.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words of an XML part with the five named and the numeric references resolved. Any other throws `FileRefused`. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return text.replace(/&([^;]{0,10};)?/g, (_, reference: string | undefined) => character(reference?.slice(0, -1) ?? ''));
}

function character(reference: string): string {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(reference);
  if (digits !== null) {
    const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  }
  const known = Object.hasOwn(named, reference) ? named[reference] : undefined;
  if (known === undefined) throw damaged('有未知的字符引用');
  return known;
}

/** Office writes characters that XML can't hold as `_x000D_`, and a literal `_x000D_` with its first `_` written so. */
export function unescapeOffice(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
