import type { JobResult } from '../jobs/job.ts';

/** 1 is a fault of the program, 2 wrong usage: neither is a result of a job. */
export function exitCodeOf(result: JobResult): number {
  return { published: 0, refused: 3, stopped: 4 }[result.outcome];
}
