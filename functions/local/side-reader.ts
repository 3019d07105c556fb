import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { InputKey } from '../jobs/list-inputs.ts';
import type { SideReading, SideWork } from '../jobs/side-reading.ts';
import type { FilePart } from '../reading/file-units.ts';
import type { ReaderOutcome, ReaderSetting } from './reading-worker.ts';

/** Below this the second thread costs what it saves: it begins cold, and doubles the memory of what is being read. */
const enoughBytes = 150 * 1024 ** 2;
/** Finished parts wait in memory, so only so many are read before they are asked for. */
const mostAhead = 2;

const workerFile = new URL('./reading-worker.ts', import.meta.url);

/** A second thread that reads; undefined where the run is too small for it or the machine has one core. */
export function startSideReader(inbox: string, work: SideWork, leastBytes = enoughBytes): SideReading | undefined {
  const bytes = work.files.reduce((sum, { size }) => sum + size, 0);
  if (work.files.length < 2 || bytes < leastBytes || availableParallelism() < 2) return undefined;
  return new SideReader(inbox, work);
}

class SideReader implements SideReading {
  readonly #worker: Worker;
  readonly #waiting: InputKey[];
  /** Begun, and not asked for yet. */
  readonly #begun = new Map<string, PromiseWithResolvers<FilePart>>();
  #now: PromiseWithResolvers<FilePart> | undefined;
  #isReady = false;

  constructor(inbox: string, { files, context, profile }: SideWork) {
    this.#waiting = [...files];
    const setting: ReaderSetting = { inbox, context, profile };
    this.#worker = new Worker(workerFile, { workerData: setting });
    this.#worker.on('message', (outcome: ReaderOutcome) => this.#hear(outcome));
    this.#worker.on('error', (fault) => this.#fail(fault));
  }

  take(key: string): { part: Promise<FilePart>; isRead: boolean } | undefined {
    const begun = this.#begun.get(key);
    const isRead = begun !== this.#now;
    this.#begun.delete(key);
    const at = this.#waiting.findIndex((file) => file.key === key);
    if (at >= 0) this.#waiting.splice(at, 1);
    this.#next();
    return begun && { part: begun.promise, isRead };
  }

  leaveNext(): InputKey | undefined {
    return this.#waiting.shift();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(outcome: ReaderOutcome): void {
    if ('part' in outcome) this.#now?.resolve(outcome.part);
    else if ('fault' in outcome) this.#now?.reject(outcome.fault);
    this.#now = undefined;
    this.#isReady = true;
    this.#next();
  }

  /** A thread that never came up leaves all files to the run; one that broke off fails the run with it. */
  #fail(fault: unknown): void {
    this.#waiting.length = 0;
    this.#now?.reject(fault);
  }

  #next(): void {
    if (!this.#isReady || this.#now !== undefined || this.#begun.size >= mostAhead) return;
    const file = this.#waiting.shift();
    if (file === undefined) {
      // Its memory is of use to what comes after the reading.
      void this.#worker.terminate();
      return;
    }
    this.#now = Promise.withResolvers();
    // The run hears of a failure when it asks for the part, if it ever does.
    this.#now.promise.catch(() => undefined);
    this.#begun.set(file.key, this.#now);
    this.#worker.postMessage(file);
  }
}
