import { closeSync, mkdirSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ByteSink } from '../jobs/ports.ts';
import { chunkBytes, fileChunks } from './file-chunks.ts';

/**
 * The files of a report on their way, in a hidden folder beside the place where they will stand. Writing is synchronous:
 * the page cache takes megabytes faster than the event loop hands them over.
 */
export class FolderDraft {
  readonly folder: string;
  readonly #open = new Set<number>();
  /** The topmost folder that had to be made for it; goes again when the draft is given up. */
  readonly #made: string | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.#made = mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
  }

  create(name: string): ByteSink {
    const file = openSync(join(this.folder, name), 'wx');
    this.#open.add(file);
    return {
      write: (chunk) => {
        for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done);
      },
      close: async () => this.#close(file),
    };
  }

  read(name: string): AsyncIterable<Uint8Array> {
    return fileChunks(join(this.folder, name));
  }

  /** The same, each chunk until the next is asked for. */
  readPassing(name: string): AsyncIterable<Uint8Array> {
    return fileChunks(join(this.folder, name), Buffer.allocUnsafeSlow(chunkBytes));
  }

  /** Synchronous, so that it also serves while a signal ends the program. */
  discard(): void {
    for (const file of this.#open) this.#close(file);
    rmSync(this.folder, { recursive: true, force: true });
    if (this.#made) removeEmpty(dirname(this.folder), this.#made);
  }

  #close(file: number): void {
    if (this.#open.delete(file)) closeSync(file);
  }
}

/** Takes away `folder` and those above it up to `top`, as long as nothing is in them. */
function removeEmpty(folder: string, top: string): void {
  try {
    rmdirSync(folder);
    if (folder !== top && folder.startsWith(top)) removeEmpty(dirname(folder), top);
  } catch {
    // Something else lies there by now.
  }
}
