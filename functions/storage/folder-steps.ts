import { renameSync, rmSync } from 'node:fs';

/** The steps that change what lies in the output folder; the crash tests stop at each of them. */
export interface FolderSteps {
  rename(from: string, to: string): void;
  remove(folder: string): void;
}

export const diskSteps: FolderSteps = {
  rename: renamePatiently,
  remove: (folder) => rmSync(folder, { recursive: true, force: true }),
};

/** On Windows a virus scanner may hold a fresh file for a moment. */
function renamePatiently(from: string, to: string): void {
  for (let tries = process.platform === 'win32' ? 10 : 1; ; tries -= 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (tries <= 1) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}
