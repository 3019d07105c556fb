import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

describe('the text of a cell', () => {
  it.each([
    ['张三', '<is><t>张三</t></is>'],
    ['a<b>&"c"', '<is><t>a&lt;b&gt;&amp;"c"</t></is>'],
    ['=1+1', '<is><t>=1+1</t></is>'],
    ['𠮷田', '<is><t>𠮷田</t></is>'],
    ['两\n行', '<is><t>两\n行</t></is>'],
  ])('is what it was: %j', (text, xml) => {
    expect(cellText(text)).toBe(xml);
  });

  it('keeps blanks at its ends', () => {
    expect(cellText(' 张三')).toBe('<is><t xml:space="preserve"> 张三</t></is>');
    expect(cellText('张三\n')).toBe('<is><t xml:space="preserve">张三\n</t></is>');
  });

  it('writes characters that XML cannot hold as Excel does, and what looks like that too', () => {
    expect(cellText('a\u0001b\rc')).toBe('<is><t>a_x0001_b_x000D_c</t></is>');
    expect(cellText('_x0041_')).toBe('<is><t>_x005F_x0041_</t></is>');
    expect(cellText('_x41')).toBe('<is><t>_x41</t></is>');
  });

  it('puts a sign for half a character', () => {
    expect(cellText('a\ud842b\uffff')).toBe('<is><t>a\ufffdb\ufffd</t></is>');
  });

  it('is cut where Excel would call the file damaged, and says so', () => {
    const text = cellText('低'.repeat(40_000)).slice('<is><t>'.length, -'</t></is>'.length);
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('……（余下见 findings.csv）')).toBe(true);
  });
});
