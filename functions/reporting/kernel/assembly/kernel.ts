// What the host calls and reads. See `text-kernel.ts`, which is the host.
export { mostFields, setCell, setLines, setRaw } from './fields';
export { allocate } from './heap';
export { linesOf } from './lines';
export { clear, outputAt, reset, used, writeRow } from './output';
export { makeUnitsRoom, unitsAt, unitsRoom } from './units';
