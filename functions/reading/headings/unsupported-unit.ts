import { normaliseHeading } from './normalise-heading.ts';

/** In brackets, or bare where a word of money would swallow it: 万元 is a unit only in brackets. */
const otherUnit = /(?<=.)[([【]?(?:单位:?)?(?:人民币)?((?:[十百千亿]|十万|百万|千万)元|万元|[([【]角(?=[)\]】]))[)\]】]?$/;

/** A unit at the end of a heading in which no amount is read, as 百元 or 千元; '' without one. */
export function unsupportedUnit(written: string): string {
  const [, unit = ''] = otherUnit.exec(normaliseHeading(written).text) ?? [];
  return unit.replace(/^[([【]/, '');
}
