import { allocate } from './heap';
import { append } from './text-store';

// Names, relations and categories: texts of up to four units, which are found by their units alone. A place has sixteen bytes,
// the text itself among them, so that nearly every look-up touches memory once; a length of 0 is an empty place.

const placeBytes: i32 = 16;

export let shortCount: i32 = 0;
let places: i32 = 0;
let placesAt: i32 = 0;

/** Two places of three are taken at most. */
export function makeShortRoom(texts: i32): void {
  let room = places === 0 ? 1024 : places;
  while (texts * 3 > room * 2) room *= 2;
  if (room > places) widen(room);
}

function widen(room: i32): void {
  const before = placesAt;
  const end = before + places * placeBytes;
  placesAt = allocate(room * placeBytes);
  places = room;
  for (let from = before; from < end; from += placeBytes) {
    if (load<i32>(from, 8) === 0) continue;
    memory.copy(find(load<u32>(from), load<u32>(from, 4), load<i32>(from, 8)), from, placeBytes);
  }
}

function find(first: u32, second: u32, length: i32): i32 {
  const mixed = (first * 0x2c1b3c6d) ^ (second * 0x297a2d39);
  let place = <i32>(mixed ^ (mixed >> 15));
  let at = placeAt(place);
  while (load<i32>(at, 8) !== 0) {
    if (load<i32>(at, 8) === length && load<u32>(at) === first && load<u32>(at, 4) === second) break;
    place += 1;
    at = placeAt(place);
  }
  return at;
}

function placeAt(place: i32): i32 {
  return placesAt + (place & (places - 1)) * placeBytes;
}

/** The code of a text of one to four units. */
export function internShort(from: i32, to: i32): i32 {
  const length = (to - from) >> 1;
  const units = load<u64>(from) & (length === 4 ? <u64>-1 : ((<u64>1) << (<u64>length * 16)) - 1);
  const at = find(<u32>units, <u32>(units >> 32), length);
  const known = load<i32>(at, 12);
  if (known !== 0) return known;
  const code = append(from, to, (units & 0xff00ff00ff00ff00) === 0);
  store<u64>(at, units);
  store<i32>(at, length, 8);
  store<i32>(at, code, 12);
  shortCount += 1;
  makeShortRoom(shortCount);
  return code;
}
