import type { Refusal } from '../../schemas/reading.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { isSkipped } from '../reading/file-order.ts';
import type { ObjectStore } from './ports.ts';

/** One file of the inbox, before anybody has opened it. */
export interface InputKey {
  readonly key: string;
  /** From its folder; undefined for a file directly in the period's folder, recognised by its headings later. */
  readonly source: SourceId | undefined;
  /** File name without folders, NFC: a Mac would otherwise name the same file differently. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface InputListing {
  readonly files: readonly InputKey[];
  /** Files in folders that no source has: a misspelt folder must not pass for a source that did not come. */
  readonly refusals: readonly Refusal[];
}

/** All objects below `<county>/<period>/`, whether a job uses them or not, in the order of the listing. */
export async function listInputs(inbox: ObjectStore, county: string, period: string): Promise<InputListing> {
  const prefix = `${county}/${period}/`;
  const files: InputKey[] = [];
  const misplaced = new Map<string, string>();
  for await (const { key, size } of inbox.list(prefix)) {
    const folders = key.slice(prefix.length).split('/');
    const name = (folders.pop() ?? '').normalize('NFC');
    const source = sourceOfFolders(folders);
    if (source === 'none' && isSkipped(name)) continue;
    if (source === 'none') misplaced.set(folders.join('/'), name);
    else files.push({ key, source, name, size });
  }
  return { files, refusals: [...misplaced].map(([folder, name]) => misplacedFolder(folder, name)) };
}

/** By the folders below the period's: undefined directly in it, where the headings will tell; `none` in those that no source has. */
export function sourceOfFolders(folders: readonly string[]): SourceId | undefined | 'none' {
  if (folders.length === 0) return undefined;
  return folders.length === 1 ? (sourceIds.find((id) => id === folders[0]) ?? 'none') : 'none';
}

function misplacedFolder(folder: string, name: string): Refusal {
  return {
    file: name,
    source: undefined,
    reason: `文件夹“${folder}”不是任何来源的文件夹`,
    mend: `请把其中的文件移到来源文件夹（${sourceIds.join('、')}）之一，或直接放在期别文件夹下由程序识别`,
  };
}
