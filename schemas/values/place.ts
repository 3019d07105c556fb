import { normaliseKey } from './text.ts';

/** Other names of places and the names that count, both in the form that `normaliseKey` gives. */
export type PlaceNames = ReadonlyMap<string, string>;

// Longest first, so that 林场 and 农场 go before 场.
const townshipEndings = ['街道办事处', '社区工作站', '街道', '林场', '农场', '乡', '镇', '场'];
const villageEndings = ['村民委员会', '村委会', '居委会', '社区', '村'];

/** The profile's `places` as matching compares them. */
export const placeNames = (places: Readonly<Record<string, string>>): PlaceNames =>
  new Map(Object.entries(places).map(([other, counts]) => [normaliseKey(other), normaliseKey(counts)]));

// A name that is nothing but an ending keeps it: two such names are not the same place.
function withoutEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((each) => name.length > each.length && name.endsWith(each));
  return ending === undefined ? name : name.slice(0, -ending.length);
}

function normalise(text: string, names: PlaceNames, endings: readonly string[]): string {
  const whole = normaliseKey(text);
  return withoutEnding(names.get(whole) ?? whole, endings);
}

/** A township as it is compared. */
export const normaliseTownship = (text: string, names: PlaceNames): string => normalise(text, names, townshipEndings);
/** A village as it is compared. */
export const normaliseVillage = (text: string, names: PlaceNames): string => normalise(text, names, villageEndings);

export interface Place {
  readonly township: string;
  readonly village: string;
}

/** Same township, and the same village unless one of them is blank. */
export function placesAgree(one: Place, other: Place, names: PlaceNames): boolean {
  if (one.township === other.township && one.village === other.village) return true;
  if (normaliseTownship(one.township, names) !== normaliseTownship(other.township, names)) return false;
  const village = normaliseVillage(one.village, names);
  const otherVillage = normaliseVillage(other.village, names);
  return village === '' || otherVillage === '' || village === otherVillage;
}
