import type { Random } from './random.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The 18th character that GB 11643-1999 asks of 17 digits. The reader has its own: the two must never share a mistake. */
export function withCheckCharacter(seventeen: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + checkCharacters[sum % 11];
}

/** The same number with a check character that is certainly wrong. */
export function withWrongCheckCharacter(id: string): string {
  return id.slice(0, 17) + (id[17] === '7' ? '3' : '7');
}

// People keep the code of where they were first registered, so abolished ones (2323xx) stay common among the old.
const currentRegions = ['230123', '230123', '230123', '230123', '230123', '230124', '230125', '230882', '230126'];
const oldRegions = ['230123', '230123', '230123', '232324', '232301', '232126', '230121'];

/** Gives every caller a number that nobody else of the county has. */
export function createIdRegister(
  random: Random,
): (birth: { year: number; month: number; day: number }, female: boolean) => string {
  const given = new Set<string>();
  return ({ year, month, day }, female) => {
    const date = String(year * 10_000 + month * 100 + day);
    const region = random.pick(year < 1990 ? oldRegions : currentRegions);
    for (;;) {
      const sequence = random.whole(0, 399) * 2 + (female ? 2 : 1);
      const id = withCheckCharacter(region + date + String(sequence).padStart(3, '0'));
      // The first 15 digits stay unique too: who loses the last three in a spreadsheet is still one person only.
      if (given.has(id.slice(0, 15))) continue;
      given.add(id.slice(0, 15));
      return id;
    }
  };
}
