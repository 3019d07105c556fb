import { sources } from '../../../schemas/sources/sources.ts';
import type { Cell } from '../../../schemas/values/cell.ts';
import { normaliseKey, readText } from '../../../schemas/values/text.ts';

const fields = Object.values(sources).flatMap((source) => Object.values(source.fields));
const headings = new Set(fields.flatMap(({ heading, aliases }) => [heading, ...aliases]));

/** Words of choices, and what says yes or no: they stand below a heading, unless they are one as well. */
const dataWords = new Set(
  ['是', '否', '√', '×', '有', '无', '本人', '配偶', ...fields.flatMap(({ words = {} }) => Object.entries(words).flat(2))].filter(
    (word) => !headings.has(word),
  ),
);

const countOf = (cells: readonly Cell[], words: ReadonlySet<string>): number =>
  cells.filter((cell) => words.has(normaliseKey(readText(cell) ?? ''))).length;

/**
 * True for a row that holds words which rows of people hold, and hardly a heading: 户主 beside 在保 and 农村低保. A list of
 * benefits may head its columns with words that another list has below a heading.
 */
export function holdsPeople(cells: readonly Cell[], known = countOf(cells, headings)): boolean {
  const words = countOf(cells, dataWords);
  return words > 0 && (known < 2 || words > known);
}
