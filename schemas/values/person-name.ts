import { withoutSpaces } from './blank-characters.ts';

const glyphVariants = '靑青峯峰昇升陞升甯宁髙高呂吕戶户囯国彥彦黃黄於于堃坤喆哲';
const usualForm = new Map<string, string>();
for (let at = 0; at < glyphVariants.length; at += 2) usualForm.set(glyphVariants[at]!, glyphVariants[at + 1]!);

const interpunct = '·';
const anyInterpunct = /(?<=\p{Script=Han})[·•・.‧⋅∙●᛫⸳](?=\p{Script=Han})/gu;
const variant = new RegExp(`[${[...usualForm.keys()].join('')}]`, 'g');
const tail = /[（(【[〔]([^（(【[〔）)】\]〕]*)[）)】\]〕]$/;

/** By code unit: common Han letters that normalising leaves as they are. Most names are nothing else. */
const settled = new Uint8Array(0x10000).fill(1, 0x4e00, 0xa000);
for (const glyph of usualForm.keys()) settled[glyph.charCodeAt(0)] = 0;

function isSettled(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) if (settled[name.charCodeAt(at)] === 0) return false;
  return true;
}

function splitTail(name: string): readonly [string, string] {
  let rest = name.trim();
  let words = '';
  for (;;) {
    const found = tail.exec(rest);
    const before = found === null ? '' : rest.slice(0, found.index).trimEnd();
    if (found === null || before === '') return [rest, words];
    words = words === '' ? found[1]! : `${found[1]} ${words}`;
    rest = before;
  }
}

/** What stands in the brackets behind a name (`（已故）` → 已故), or ''. */
export function nameTail(name: string): string {
  return isSettled(name) ? '' : splitTail(name)[1].normalize('NFKC').trim();
}

/** A name as it is compared: no bracketed tail, no white space, one form for each interpunct and glyph variant. */
export function normaliseName(name: string): string {
  if (isSettled(name)) return name;
  return withoutSpaces(splitTail(name)[0].normalize('NFKC'))
    .replace(anyInterpunct, interpunct)
    .replace(variant, (glyph) => usualForm.get(glyph) ?? glyph);
}

const unreadable = /[\p{Co}\uFFFD?□〓]/u;

/** True where a letter of the normalised name could not be written, so that it may be any. */
export const hasUnreadable = (normalised: string): boolean => unreadable.test(normalised);

/** A normalised name without its interpuncts. */
export const withoutInterpuncts = (normalised: string): string => normalised.replaceAll(interpunct, '');

const formsOf = (name: string): readonly string[] => (name.includes(interpunct) ? [name, withoutInterpuncts(name)] : [name]);

function sameButUnreadable(one: string, other: string): boolean {
  const letters = [...one];
  const others = [...other];
  return (
    letters.length === others.length &&
    letters.every((letter, at) => letter === others[at] || unreadable.test(letter) || unreadable.test(others[at]!))
  );
}

/** For names that are normalised already. */
export function normalisedNamesAgree(one: string, other: string): boolean {
  if (one === other) return true;
  // Nearly every two names: nothing in them may stand for another letter.
  if (isSettled(one) && isSettled(other)) return false;
  const doubtful = unreadable.test(one) || unreadable.test(other);
  return formsOf(one).some((form) =>
    formsOf(other).some((otherForm) => (doubtful ? sameButUnreadable(form, otherForm) : form === otherForm)),
  );
}

/**
 * Same letters, with or without interpuncts; a letter that a system could not write (private use, `?`, `□` …) may be any.
 * Not transitive: 张?三 agrees with 张小三 and 张大三, which do not agree.
 */
export const namesAgree = (one: string, other: string): boolean =>
  one === other || normalisedNamesAgree(normaliseName(one), normaliseName(other));

const surnamePairs = new Map([...'闫阎付傅肖萧代戴'].map((letter, at, all) => [letter, all[at ^ 1]!]));

/** Names that differ only in a surname which many people write in two ways (闫/阎, 付/傅, 肖/萧, 代/戴). */
export function namesNearlyAgree(one: string, other: string): boolean {
  const name = normaliseName(one);
  const otherName = normaliseName(other);
  const pair = surnamePairs.get(name.charAt(0));
  return pair !== undefined && otherName.startsWith(pair) && normalisedNamesAgree(name.slice(1), otherName.slice(1));
}
