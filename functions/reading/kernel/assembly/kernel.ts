// What the host calls and reads. See `row-kernel.ts`, which is the host.
export {
  blanksAt,
  boundsAt,
  bytesAt,
  carefulAt,
  codesAt,
  columnsAt,
  firstsAt,
  mostColumns,
  mostRows,
  mostUnits,
  ordinaryAt,
  secondsAt,
  textsAt,
  unitsAt,
  valuesAt,
} from './memory-plan';
export { damaged, records, takeLines } from './records';
export { careful, readRows, texts } from './rows';
export { forget, keep, settle } from './words';
