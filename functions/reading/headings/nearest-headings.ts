import type { Field } from '../../../schemas/sources/source.ts';

const alikeEnough = 0.4;
const shown = 3;

/** Share of letters that two headings have in common, by Dice. */
function likeness(one: string, other: string): number {
  const rest = [...other];
  let common = 0;
  for (const letter of one) {
    const at = rest.indexOf(letter);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / ([...one].length + [...other].length);
}

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
