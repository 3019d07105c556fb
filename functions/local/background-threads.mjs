import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';

const ofV8 = 'V8Worker\n';
/** Not the lowest, 19: the collector waits for its threads, also where another program has the rest of the machine. */
const steppedBack = 10;

/**
 * V8 compiles and collects on four threads, however many cores there are; on two of them they take from the run itself a
 * twentieth of its time. As many as there are further cores keep their priority, the others step back behind the run. Only
 * Linux tells one thread's priority from another's; where that can't be done, all stay equal.
 */
export function letRunGoFirst() {
  if (process.platform !== 'linux') return;
  try {
    const threads = readdirSync('/proc/self/task').filter(
      (thread) => readFileSync(`/proc/self/task/${thread}/comm`, 'latin1') === ofV8,
    );
    for (const thread of threads.slice(Math.max(1, availableParallelism() - 1))) setPriority(Number(thread), steppedBack);
  } catch {
    // A system that shows no threads, or lets no priority be changed.
  }
}
