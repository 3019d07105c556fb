import type { Field } from '../../../schemas/sources/source.ts';
import { likeness } from './likeness.ts';

const alikeEnough = 0.4;
const shown = 3;

/** Of the headings that a file has, those that look most like a field's. */
export function nearestHeadings(field: Field, seen: readonly string[]): readonly string[] {
  const known = [field.heading, ...field.aliases];
  return seen
    .map((heading) => ({ heading, like: Math.max(...known.map((each) => likeness(each, heading))) }))
    .filter(({ like }) => like >= alikeEnough)
    .sort((one, other) => other.like - one.like)
    .slice(0, shown)
    .map(({ heading }) => heading);
}
