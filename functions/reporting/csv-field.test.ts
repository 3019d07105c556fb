import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv-field.ts';

describe('a text in a CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-', "'-"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['  =1', "'  =1"],
    ['\u3000=1', "'\u3000=1"],
    ['\u00a0\u200b-1', "'\u00a0\u200b-1"],
    ['\u001f\u200e\u00ad\u3164=1', "'\u001f\u200e\u00ad\u3164=1"],
    ['\t1', "'\t1"],
    [' \t1', "' \t1"],
  ])('is made harmless where a spreadsheet would run it: %j', (text, field) => {
    expect(csvText(text)).toBe(field);
  });

  it('gets its apostrophe inside the quotes', () => {
    expect(csvText('=A1,"x"')).toBe('"\'=A1,""x"""');
    expect(csvText('\r=1')).toBe('"\'\r=1"');
  });

  it.each(['张三', '230123196001010014', '3-1号', 'a=b', '（-）', '１＋１', ' 张三', ''])(
    'stays as it is where nothing runs: %j',
    (text) => {
      expect(csvText(text)).toBe(text);
    },
  );

  it.each([
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\r\nb', '"a\r\nb"'],
  ])('is quoted where RFC 4180 asks for it: %j', (text, field) => {
    expect(csvText(text)).toBe(field);
  });

  it('can be read back, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const field = csvText(text);
        const inner = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        return inner === text || inner === `'${text}`;
      }),
    );
  });
});
