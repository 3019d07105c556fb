import { describe, expect, it } from 'vitest';
import { normaliseTownship, normaliseVillage, placeNames, placesAgree } from './place.ts';

const none = placeNames({});

describe('endings, longest first, one only', () => {
  it.each([
    ['东风街道办事处', '东风'],
    ['东风街道', '东风'],
    ['东风社区工作站', '东风'],
    ['东风乡', '东风'],
    ['东风镇', '东风'],
    ['东风林场', '东风'],
    ['东风农场', '东风'],
    ['东风场', '东风'],
    ['东风镇乡', '东风镇'],
    ['镇', '镇'],
    ['东风社区', '东风社区'],
    [' 东　风镇 ', '东风'],
  ])('township %s is %s', (written, compared) => {
    expect(normaliseTownship(written, none)).toBe(compared);
  });

  it.each([
    ['红旗村民委员会', '红旗'],
    ['红旗村委会', '红旗'],
    ['红旗居委会', '红旗'],
    ['红旗社区', '红旗'],
    ['红旗村', '红旗'],
    ['红旗村村委会', '红旗村'],
    ['红旗镇', '红旗镇'],
    ['村', '村'],
    ['', ''],
  ])('village %s is %s', (written, compared) => {
    expect(normaliseVillage(written, none)).toBe(compared);
  });
});

it('the profile’s other names are compared as whole texts, before endings', () => {
  const names = placeNames({ '老街 镇': '新街镇', 前进村: '红旗村' });
  expect(normaliseTownship('老街镇', names)).toBe('新街');
  expect(normaliseTownship('老街', names)).toBe('老街');
  expect(normaliseVillage('前进村', names)).toBe('红旗');
  expect(normaliseVillage('前进村委会', names)).toBe('前进');
});

it('a blank village agrees with any of the township, another township never', () => {
  const place = (township: string, village: string) => ({ township, village });
  expect(placesAgree(place('东风镇', '红旗村'), place('东风', '红旗'), none)).toBe(true);
  expect(placesAgree(place('东风镇', ''), place('东风', '红旗'), none)).toBe(true);
  expect(placesAgree(place('东风镇', '一村'), place('东风', '二村'), none)).toBe(false);
  expect(placesAgree(place('东风镇', ''), place('西山乡', ''), none)).toBe(false);
});
