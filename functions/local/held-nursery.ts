import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { type Progress, readingStage } from '../jobs/ports.ts';

/** Bytes of both halves, at least: a sixth of it was cleared at every thirty findings and took a quarter of the writing. */
const leastBytes = 8 << 20;
/** Where so much is read that clearing it half as often is worth more than the time to have its pages handed over. */
const wideBytes = 16 << 20;
const largeInbox = 1 << 28;
/**
 * Percent that the old heap may grow by before it is collected. A run holds next to nothing in it that dies young, and V8's 100
 * would collect it six times; but beside the tables of a large inbox dead findings count.
 */
const [quickGrowth, slowGrowth] = [300, 40];
/** As V8 sees fit. */
const ownGrowth = 0;
/** Arrays of 32 KB that are kept until the nursery is wide enough; a few hundred are. */
const arrayLength = 1 << 12;
const mostArrays = 1024;

const nurseryBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? leastBytes;

/**
 * Rows and findings die young. A nursery that grows further, to 64 MB, holds the buffers of dead ones for as long; and a
 * small one is sooner cleared than threads are woken to help.
 */
function holdGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-parallel-scavenge');
}

/** As V8 has it: twofold, where much of the nursery survives. */
function allowGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  setFlagsFromString('--parallel-scavenge');
}

function allowHeapGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

function widen(bytes: number): void {
  allowGrowth();
  const kept: number[][] = [];
  while (kept.length < mostArrays && nurseryBytes() < bytes) kept.push(new Array<number>(arrayLength).fill(0));
  holdGrowth();
}

/** While it is held, the steps of progress have to come by here. */
export interface HeldNursery {
  readonly progress: Progress;
  /** Compiled functions are kept only for runs with the flags that V8 then has: those that it began with. */
  readonly letGo: () => void;
}

/**
 * Holds the nursery at the size that it has now. V8 takes it in to 2 MB where little is made for a while, as when the run
 * waits for a slow disk, and does not let it out again while growth is held: so that is done with the steps of progress.
 */
export function holdNursery(progress: Progress): HeldNursery {
  let bytes = Math.max(nurseryBytes(), leastBytes);
  holdGrowth();
  allowHeapGrowth(quickGrowth);
  return {
    progress: {
      stage: (name, done, total) => {
        if (name === readingStage && total >= largeInbox) {
          bytes = Math.max(bytes, wideBytes);
          allowHeapGrowth(slowGrowth);
        }
        // Its pages come and go by a few: three quarters are not yet less.
        if (nurseryBytes() < bytes * 0.75) widen(bytes * 0.75);
        progress.stage(name, done, total);
      },
    },
    letGo: () => {
      allowGrowth();
      allowHeapGrowth(ownGrowth);
    },
  };
}
