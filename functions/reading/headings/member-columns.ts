import type { HeadingCell } from './heading-cells.ts';
import type { HeadingUse } from './heading-dictionary.ts';

/** A further member of a household in its row: the columns of name and id, from 0; at least the name. */
export interface MemberColumns {
  readonly name: HeadingCell;
  readonly id: HeadingCell | undefined;
}

const number = '([一二三四五六七八九十]+|\\d+)';
const idWords = '身份证件?号码?|身份证|公民身份号码|证件号码?';
const member = '(?:其他)?(?:家庭)?成员';
const nameForms = [`^${member}${number}(?:姓名)?$`, `^${member}姓名${number}$`, `^姓名${number}$`].map(
  (form) => new RegExp(form),
);
const idForms = [`^${member}${number}(?:${idWords})$`, `^${member}(?:${idWords})${number}$`, `^(?:${idWords})${number}$`].map(
  (form) => new RegExp(form),
);

/** A word that every form holds: what has none, as nearly all cells of a data row, is not held against each of them. */
const formWord = /成员|姓名|身份|证件/;

const numberIn = (cell: HeadingCell, patterns: readonly RegExp[]) => {
  for (const form of cell.forms) {
    if (!formWord.test(form)) continue;
    for (const pattern of patterns) if (pattern.test(form)) return pattern.exec(form)![1]!;
  }
  return undefined;
};

/** `成员一姓名, 成员一身份证号, 成员二姓名 …`, paired by their number. */
function numberedMembers(cells: readonly HeadingCell[]): readonly MemberColumns[] {
  const ids = new Map<string, HeadingCell>();
  for (const cell of cells) {
    const at = numberIn(cell, idForms);
    if (at !== undefined && !ids.has(at)) ids.set(at, cell);
  }
  return cells.flatMap((name) => {
    const at = numberIn(name, nameForms);
    return at === undefined ? [] : [{ name, id: ids.get(at) }];
  });
}

type UsesOf = (cell: HeadingCell) => readonly HeadingUse[];

/** 姓名 and 身份证号 repeated under the same headings: each name with the id column that follows it. */
function repeatedPairs(cells: readonly HeadingCell[], usesOf: UsesOf): readonly MemberColumns[] {
  const naming = (field: string) => (cell: HeadingCell) => usesOf(cell).some((use) => use.field === field);
  const names = cells.filter(naming('name'));
  const repeated = names.filter((cell) => names.some((other) => other !== cell && other.forms[0] === cell.forms[0]));
  const pairs = repeated.map((name, at) => {
    const before = repeated[at + 1]?.position ?? Number.POSITIVE_INFINITY;
    const id = cells.find((cell) => cell.position > name.position && cell.position < before && naming('idNumber')(cell));
    return { name, id };
  });
  return pairs.filter(({ id }) => id !== undefined).length > 1 ? pairs : [];
}

/**
 * The members that a wide household's row holds. Of repeated pairs without a heading for the head, the first is the
 * head's own and no further member.
 */
export function memberColumns(cells: readonly HeadingCell[], usesOf: UsesOf): readonly MemberColumns[] {
  const numbered = numberedMembers(cells);
  if (numbered.length > 0) return numbered;
  const pairs = repeatedPairs(cells, usesOf);
  const hasHead = cells.some((cell) => usesOf(cell).some((use) => use.field === 'headName'));
  return hasHead ? pairs : pairs.slice(1);
}
