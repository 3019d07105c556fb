import { boundsAt, firstsAt, unitsAt } from './memory-plan';

const lineFeed: i32 = 10;
const carriageReturn: i32 = 13;
const quote: i32 = 34;
/** Stands for bytes that no encoding explains. */
export const replacement: i32 = 0xfffd;

/** Records so far. */
export let records: i32 = 0;
/** Whether U+FFFD is in the lines looked at. */
export let damaged: i32 = 0;

/**
 * Takes lines in as they stand, from unit `from` on up to the first that the host has to look at with care: one with a
 * quote, one beyond so many characters or columns, one whose end is not there yet. Returns where that begins.
 */
export function takeLines(from: i32, length: i32, delimiter: i32, characters: i32, columns: i32, known: i32): i32 {
  const delimiters = i16x8.splat(<i16>delimiter);
  const lineFeeds = i16x8.splat(<i16>lineFeed);
  const returns = i16x8.splat(<i16>carriageReturn);
  const quotes = i16x8.splat(<i16>quote);
  const replacements = i16x8.splat(<i16>replacement);
  records = known;
  let first = load<i32>(firstsAt + records * 4);
  let bound = boundsAt + first * 4;
  let start = from;
  store<i32>(bound, from);
  bound += 4;
  for (let at = from; at < length; at += 8) {
    const block = v128.load(unitsAt + at * 2);
    const within: i32 = length - at < 8 ? (1 << (length - at)) - 1 : 0xff;
    if ((i16x8.bitmask(i16x8.eq(block, replacements)) & within) !== 0) damaged = 1;
    let marks =
      i16x8.bitmask(
        v128.or(
          v128.or(i16x8.eq(block, delimiters), i16x8.eq(block, lineFeeds)),
          v128.or(i16x8.eq(block, returns), i16x8.eq(block, quotes)),
        ),
      ) & within;
    for (; marks !== 0; marks &= marks - 1) {
      const end = at + ctz(marks);
      // The LF behind a CR belongs to the line before.
      if (end < start) continue;
      const unit: i32 = load<u16>(unitsAt + end * 2);
      let next = end + 1;
      if (unit === delimiter) {
        store<i32>(bound, next);
        bound += 4;
        continue;
      }
      if (unit === quote) return start;
      if (unit === carriageReturn) {
        // The LF may follow.
        if (next === length) return start;
        if (load<u16>(unitsAt + next * 2) === lineFeed) next += 1;
      }
      if (end > start) {
        store<i32>(bound, end + 1);
        bound += 4;
      }
      const used = (bound - boundsAt) >> 2;
      if (end - start > characters || used - first - 1 > columns) return start;
      records += 1;
      store<i32>(firstsAt + records * 4, used);
      first = used;
      start = next;
      store<i32>(bound, next);
      bound += 4;
    }
  }
  return start;
}
