import { parentPort, workerData } from 'node:worker_threads';
import { sourceIds } from '../../schemas/sources/source.ts';
import type { InputKey } from '../jobs/list-inputs.ts';
import { openInput } from '../jobs/open-input.ts';
import type { SideWork } from '../jobs/side-reading.ts';
import { type FilePart, readPart } from '../reading/file-units.ts';
import { readingRun } from '../reading/source-reading.ts';
import { folderStore } from '../storage/folder-store.ts';

/** What the thread is started with. */
export type ReaderSetting = Omit<SideWork, 'files'> & { readonly inbox: string };

/** Nothing when the thread is up; then for each file its part, or what went wrong. */
export type ReaderOutcome = { readonly part: FilePart } | { readonly fault: unknown } | { readonly ready: true };

const { inbox, context, profile } = workerData as ReaderSetting;
const store = folderStore(inbox);
const run = readingRun(context);

const answer = (outcome: ReaderOutcome, buffers: readonly ArrayBuffer[] = []) => parentPort?.postMessage(outcome, buffers);

parentPort?.on('message', async ({ key, source, name, size }: InputKey) => {
  try {
    const part = await readPart({ source, name, size, open: () => openInput(store, key) }, run, profile, sourceIds);
    answer({ part }, buffersOf(part));
  } catch (fault) {
    answer({ fault });
  }
});

/** Handed over instead of copied. */
function buffersOf(part: FilePart): readonly ArrayBuffer[] {
  if (part.state !== 'read') return [];
  const { columns, rows, texts } = part.table;
  const arrays = [rows, texts.starts, texts.hashes, ...texts.chunks, ...Object.values(columns).flatMap(Object.values)];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

// A store learns from its listing how names that are no UTF-8 lie on the disk.
for await (const _ of store.list(`${context.county}/${context.period}/`));
answer({ ready: true });
