import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesAgree, namesNearlyAgree, nameTail, normaliseName } from './person-name.ts';

const letters = fc.constantFrom(...'王李张刘陈杨伟芳娜秀英敏𠮷䶮');
const names = fc.array(letters, { minLength: 2, maxLength: 6 }).map((all) => all.join(''));

describe('the normalised form', () => {
  it.each([
    ['张三（已故）', '张三'],
    ['张三(户主)', '张三'],
    ['张三（户主）（已故）', '张三'],
    ['张三 (户主) ', '张三'],
    [' 张　三 ', '张三'],
    ['张\u200B三\uFEFF', '张三'],
    ['张\u2060\u200D三', '张三'],
    ['髙靑峯', '高青峰'],
    ['呂囯甯', '吕国宁'],
    ['陞彥黃於堃喆', '升彦黄于坤哲'],
    ['戶', '户'],
    ['ＡＢＣ', 'ABC'],
    ['\uF900', '\u8C48'],
    ['（已故）', '（已故）'.normalize('NFKC')],
  ])('of %s is %s', (written, normalised) => {
    expect(normaliseName(written)).toBe(normalised);
  });

  it('writes every interpunct between Han letters alike, with or without blanks', () => {
    for (const dot of '·•・.‧⋅∙●᛫⸳．･') expect([dot, normaliseName(`买买提${dot}吐尔逊`)]).toEqual([dot, '买买提·吐尔逊']);
    expect(normaliseName('买买提 • 吐尔逊')).toBe('买买提·吐尔逊');
    expect(normaliseName('阿卜•杜•热')).toBe('阿卜·杜·热');
  });

  it('leaves a dot that stands elsewhere', () => {
    expect(normaliseName('J.Smith')).toBe('J.Smith');
    expect(normaliseName('张三.')).toBe('张三.');
  });

  it('is its own normalised form', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'张三髙·•. （）()?□已故') }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

it('the tail is what stands in the brackets', () => {
  expect(nameTail('张三（已故）')).toBe('已故');
  expect(nameTail('张三(户主)(已故)')).toBe('户主 已故');
  expect(nameTail('张三')).toBe('');
  expect(nameTail('（已故）')).toBe('');
});

describe('agreement', () => {
  it('is mutual, and every name agrees with itself, with or without dots', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(namesAgree(one, other)).toBe(namesAgree(other, one));
        expect(namesAgree(one, one)).toBe(true);
        expect(namesAgree(`${one}·${other}`, `${one}${other}`)).toBe(true);
      }),
    );
  });

  it('lets an unreadable letter be any one letter, counted by code points', () => {
    fc.assert(
      fc.property(names, fc.nat(5), fc.constantFrom('?', '？', '□', '〓', '\uFFFD', '\uE863', '\u{F0000}'), (name, at, hole) => {
        const all = [...name];
        const holed = [...all];
        holed[at % all.length] = hole;
        expect(namesAgree(name, holed.join(''))).toBe(true);
        expect(namesAgree(name, `${holed.join('')}王`)).toBe(false);
      }),
    );
  });

  it('is no key: two names that agree with a third need not agree', () => {
    expect(namesAgree('张?三', '张小三')).toBe(true);
    expect(namesAgree('张?三', '张大三')).toBe(true);
    expect(namesAgree('张小三', '张大三')).toBe(false);
  });

  it('reads an unreadable letter in the place of a dot', () => {
    expect(namesAgree('买买提?吐尔逊', '买买提·吐尔逊')).toBe(true);
    expect(namesAgree('买买提·吐?逊', '买买提吐尔逊')).toBe(true);
  });

  it.each([
    ['张三', '李三'],
    ['张三', '张三丰'],
    ['张三', '三张'],
    ['张?', '张小三'],
    ['付强', '傅强'],
  ])('%s and %s do not agree', (one, other) => {
    expect(namesAgree(one, other)).toBe(false);
  });
});

describe('near agreement', () => {
  it.each([
    ['闫伟', '阎伟'],
    ['付强', '傅强'],
    ['肖敏', '萧敏'],
    ['代春', '戴春'],
    ['代?', '戴春'],
  ])('%s and %s', (one, other) => {
    expect([namesNearlyAgree(one, other), namesNearlyAgree(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['付强', '付强'],
    ['付强', '傅刚'],
    ['付强', '肖强'],
    ['小付', '小傅'],
    ['王强', '李强'],
  ])('%s and %s are not near', (one, other) => {
    expect(namesNearlyAgree(one, other)).toBe(false);
  });
});
