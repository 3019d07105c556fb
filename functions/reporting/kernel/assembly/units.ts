import { allocate } from './heap';

/** Where the host writes a text's UTF-16 units, and for how many there is room. */
export let unitsAt: i32 = 0;
export let unitsRoom: i32 = 0;

export function makeUnitsRoom(units: i32): void {
  if (units <= unitsRoom) return;
  unitsRoom = max(units, 1 << 12);
  unitsAt = allocate(unitsRoom * 2);
}

export function forgetUnits(): void {
  unitsRoom = 0;
}
