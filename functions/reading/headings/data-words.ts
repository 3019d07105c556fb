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

/** How many cells of a row hold a word that rows of people hold. */
export const countDataWords = (cells: readonly Cell[]): number =>
  cells.filter((cell) => dataWords.has(normaliseKey(readText(cell) ?? ''))).length;
