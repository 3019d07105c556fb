import { unitsAt } from './units';

const lineFeed: i32 = 10;
const blank: i32 = 0x20;

function widthOf(unit: i32): i32 {
  return unit >= 0x2e80 ? 2 : 1;
}

/**
 * Lines of one paragraph, from byte `from` to before `to`, broken as spreadsheets break it: between Han letters, and before a
 * number or word that no longer fits. Where it is broken, a mark that may not begin the next line takes a letter with it.
 */
function linesOfParagraph(from: i32, to: i32, room: f64): i32 {
  const roomOfBroken = max(2.0, room - 1.0);
  let lines = 1;
  let whole = 0;
  let used = 0;
  let word = 0;
  for (let at = from; at < to; at += 2) {
    const unit = <i32>load<u16>(at);
    const width = widthOf(unit);
    word = width === 2 || unit === blank ? 0 : word + 1;
    whole += width;
    used += width;
    if (<f64>used <= roomOfBroken) continue;
    lines += 1;
    used = word > 1 && <f64>word < roomOfBroken ? word : width;
    word = min(word, used);
  }
  return <f64>whole <= room ? 1 : lines;
}

/** Lines that the text of the first `length` units needs where a line has so much room. */
export function linesOf(length: i32, room: f64): i32 {
  const end = unitsAt + length * 2;
  let lines = 0;
  let from = unitsAt;
  for (;;) {
    let to = from;
    while (to < end && <i32>load<u16>(to) !== lineFeed) to += 2;
    lines += <f64>(to - from) <= room ? 1 : linesOfParagraph(from, to, room);
    if (to >= end) break;
    from = to + 2;
  }
  return lines;
}
