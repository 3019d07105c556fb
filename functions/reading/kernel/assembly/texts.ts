import { allocate, giveUp } from './heap';
import { candidatesAt, codesAt, hashesAt, headsAt, mostCells, mostUnits, textBytes, textsAt, unitsAt } from './memory-plan';
import { internShort, makeShortRoom } from './short-texts';
import { hashOf } from './text-hash';
import { append, bytesOf, count, holds, startOf, unpack } from './text-store';

// Longer texts by open addressing: pairs of code and hash, so that with both in one cache line most look-ups touch the table
// once. Code 0 is an empty place.

const slotBytes: i32 = 8;
const shortest: i32 = 4;
const leastLeft: i32 = 1 << 17;

export let longerCount: i32 = 0;
let slots: i32 = 0;
let slotsAt: i32 = 0;

/** Before anything else is called. */
export function begin(): void {
  makeLongerRoom(0);
  makeShortRoom(0);
}

/** Three places of four are taken at most. */
export function makeLongerRoom(texts: i32): void {
  let room = slots === 0 ? 4096 : slots;
  while (texts * 4 > room * 3) room *= 2;
  if (room > slots) rehash(room);
}

function rehash(room: i32): void {
  const before = slotsAt;
  const length = slots * slotBytes;
  slotsAt = allocate(room * slotBytes);
  slots = room;
  for (let from = before; from < before + length; from += slotBytes) {
    const code = load<i32>(from);
    if (code === 0) continue;
    const hash = load<i32>(from, 4);
    let slot = hash >>> 1;
    while (load<i32>(slotAt(slot)) !== 0) slot += 1;
    store<i32>(slotAt(slot), code);
    store<i32>(slotAt(slot), hash, 4);
  }
  if (length >= leastLeft) giveUp(before, length);
}

function slotAt(slot: i32): i32 {
  return slotsAt + (slot & (slots - 1)) * slotBytes;
}

function internLonger(from: i32, to: i32, hash: i32): i32 {
  const isNarrow = (hash & 1) !== 0;
  let slot = hash >>> 1;
  for (let code = load<i32>(slotAt(slot)); code !== 0; code = load<i32>(slotAt(slot))) {
    if (load<i32>(slotAt(slot), 4) === hash && holds(startOf(code), from, to, isNarrow)) return code;
    slot += 1;
  }
  const code = append(from, to, isNarrow);
  store<i32>(slotAt(slot), code);
  store<i32>(slotAt(slot), hash, 4);
  longerCount += 1;
  makeLongerRoom(longerCount);
  return code;
}

function internOne(from: i32, to: i32): i32 {
  return to - from <= shortest * 2 ? internShort(from, to) : internLonger(from, to, hashOf(from, to));
}

/** The code of the text of the first `length` units. */
export function intern(length: i32): i32 {
  return internOne(unitsAt, unitsAt + length * 2);
}

/**
 * Puts beside each of the texts its code. Of a large table every look-up waits for memory; in passes, in which no text waits
 * for the one before, the waits fall together.
 */
export function internTexts(texts: i32): void {
  for (let text = 0; text < texts; text += 1) {
    const from = beginOf(text);
    const to = endOf(text);
    if (to - from <= shortest * 2) {
      store<i32>(codesAt + text * 4, internShort(from, to));
      store<i32>(candidatesAt + text * 4, 0);
      continue;
    }
    const hash = hashOf(from, to);
    const slot = slotAt(hash >>> 1);
    const code = load<i32>(slot);
    store<i32>(hashesAt + text * 4, hash);
    store<i32>(candidatesAt + text * 4, code !== 0 && load<i32>(slot, 4) === hash ? code : -1);
  }
  for (let text = 0; text < texts; text += 1) {
    const code = load<i32>(candidatesAt + text * 4);
    if (code > 0) store<i32>(headsAt + text * 4, startOf(code));
  }
  for (let text = 0; text < texts; text += 1) {
    const code = load<i32>(candidatesAt + text * 4);
    if (code === 0) continue;
    const from = beginOf(text);
    const to = endOf(text);
    const hash = load<i32>(hashesAt + text * 4);
    const isKnown = code > 0 && holds(load<i32>(headsAt + text * 4), from, to, (hash & 1) !== 0);
    store<i32>(codesAt + text * 4, isKnown ? code : internLonger(from, to, hash));
  }
}

function beginOf(text: i32): i32 {
  return unitsAt + load<i32>(textsAt + text * textBytes) * 2;
}

function endOf(text: i32): i32 {
  return unitsAt + load<i32>(textsAt + text * textBytes, 4) * 2;
}

/** Copies texts from `code` on as they stand to where units are; gives the code of the first that has no place, or no room. */
export function pack(code: i32): i32 {
  let to: i32 = unitsAt;
  for (; code < count; code += 1) {
    const start = startOf(code);
    if (start === 0) break;
    const bytes = bytesOf(<i32>load<u16>(start));
    if (to + bytes > unitsAt + mostUnits * 2) break;
    memory.copy(to, start, bytes);
    to += bytes;
  }
  packed = (to - unitsAt) >> 1;
  return code;
}

/** Units that were packed, or taken out. */
export let packed: i32 = 0;

/** Finds codes for texts that stand packed in the first `length` units, as many as are whole; gives how many those are. */
export function adopt(length: i32): i32 {
  const end: i32 = unitsAt + length * 2;
  let at: i32 = unitsAt;
  let texts = 0;
  for (; at < end && texts < mostCells; texts += 1) {
    const bytes = bytesOf(<i32>load<u16>(at));
    if (at + bytes > end) break;
    store<i32>(codesAt + texts * 4, internOne(scratchAt, unpack(at, scratchAt)));
    at += bytes;
  }
  packed = (at - unitsAt) >> 1;
  return texts;
}

/** For the units of one text; nothing else stands there while texts are adopted. */
const scratchAt: i32 = hashesAt;
