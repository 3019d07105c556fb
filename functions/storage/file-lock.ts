import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Nobody gave the lock back in time. */
export class LockBusy extends Error {
  override readonly name = 'LockBusy';
}

const pauseMs = 20;
const patienceMs = 30_000;
/** Older locks of other machines count as left behind: what they guard takes seconds. */
const staleMs = 3_600_000;

/** Locks that this process holds now. */
const held = new Set<string>();

/** Gives all locks back at once: for the end by a signal. */
export function releaseLocks(): void {
  for (const path of held) rmSync(path, { force: true });
}

/** Runs `work` while no other process that uses the same lock file does. Throws `LockBusy` after half a minute. */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}

async function acquire(path: string): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += pauseMs) {
    if (created(path)) return;
    if (leftBehind(path)) setAside(path);
    else await pause(pauseMs);
  }
  throw new LockBusy('lock not free');
}

function created(path: string): boolean {
  try {
    writeFileSync(path, `${hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Windows answers EPERM or EBUSY while the other side's delete is pending.
    if (code === 'EEXIST' || code === 'EPERM' || code === 'EBUSY') return false;
    throw error;
  }
}

function leftBehind(path: string): boolean {
  try {
    const [host, pid] = readFileSync(path, 'utf8').split(' ');
    if (host === hostname() && pid) return !isAlive(Number(pid));
    return Date.now() - statSync(path).mtimeMs > staleMs;
  } catch {
    return false;
  }
}

/** A process of this machine, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** By rename, so that of two processes that see the same dead lock only one takes it away. */
function setAside(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch {
    // The other process was quicker.
  }
}
