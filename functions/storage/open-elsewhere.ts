import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Owner files that Excel, WPS and LibreOffice lay beside a document while it is open: `~$a.xlsx`, `.~a.xlsx`, `.~lock.a.xlsx#`. */
const ownerFile = /^(?:~\$|\.~(?:lock\.)?)(.+?)#?$/u;

export function isOwnerFile(name: string): boolean {
  return ownerFile.test(name);
}

/**
 * Name of a file of the folder that another program has open; undefined where none is known. Windows refuses to rename
 * such a folder by itself; elsewhere a rename would succeed and the other program's next save would be lost.
 */
export function heldOpen(folder: string): string | undefined {
  for (const name of readdirSync(folder)) {
    const document = ownerFile.exec(name)?.[1];
    if (document) return document;
  }
  return process.platform === 'linux' ? openedByProcess(folder) : undefined;
}

function openedByProcess(folder: string): string | undefined {
  const below = join(realpathSync(folder), '/');
  for (const pid of namesIn('/proc')) {
    if (!/^\d+$/u.test(pid) || Number(pid) === process.pid) continue;
    for (const descriptor of namesIn(`/proc/${pid}/fd`)) {
      const path = linkOf(`/proc/${pid}/fd/${descriptor}`);
      if (path?.startsWith(below)) return path.slice(below.length);
    }
  }
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Other people's processes, or one that has just ended.
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
