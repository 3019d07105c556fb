// What the host calls and reads. See `row-kernel.ts`, which is the host.
export {
  blanksAt,
  boundsAt,
  bytesAt,
  carefulAt,
  codesAt,
  columnsAt,
  encodedAt,
  endAt,
  firstsAt,
  hashesAt,
  mostBytes,
  mostCells,
  mostColumns,
  mostRows,
  mostUnits,
  ordinaryAt,
  secondsAt,
  textsAt,
  unitsAt,
  valuesAt,
} from './memory-plan';
export { decoded, decodeGb18030, decodeUtf8, learnPairs, writePairs } from './decoders';
export { damaged, records, takeLines } from './records';
export { careful, readRows, texts } from './rows';
export { makeShortRoom, shortCount } from './short-texts';
export { count, isDamaged, reserve, startsAt } from './text-store';
export { adopt, begin, intern, internTexts, longerCount, makeLongerRoom, pack, packed } from './texts';
export { forget, keep, settle } from './words';
