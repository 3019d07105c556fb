import type { Refusal } from '../../schemas/reading.ts';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import { isSkipped } from '../reading/file-order.ts';
import { likeness } from '../reading/headings/likeness.ts';
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
  const refusals = [...misplaced].map(([folder, name]) => misplacedFolder(folder, name));
  if (files.length + refusals.length === 0) refusals.push(nothingThere(`${county}/${period}`, await placesOf(inbox, county)));
  return { files, refusals };
}

/** Most of the places that a refusal names. */
const shownPlaces = 8;

/** Periods that an inbox has files of, as `<county>/<period>`: of the county, or of others where it has none of that one. */
async function placesOf(inbox: ObjectStore, county: string): Promise<readonly string[]> {
  for (const prefix of [`${county}/`, '']) {
    const places = new Set<string>();
    for await (const { key } of inbox.list(prefix)) {
      const [code, period, ...rest] = key.split('/');
      if (rest.length > 0) places.add(`${code}/${period}`);
      if (places.size > shownPlaces) break;
    }
    if (places.size > 0) return [...places];
  }
  return [];
}

function nothingThere(place: string, places: readonly string[]): Refusal {
  const there = places.slice(0, shownPlaces).join('、') + (places.length > shownPlaces ? ' 等' : '');
  return {
    file: '',
    source: undefined,
    reason: `收件文件夹里没有 ${place} 的文件${there === '' ? '' : `，有的是 ${there}`}`,
    mend: '请核对县代码、期别和收件文件夹是否写对，文件夹是否为“县代码/期别/来源”三层',
  };
}

/** By the folders below the period's: undefined directly in it, where the headings will tell; `none` in those that no source has. */
export function sourceOfFolders(folders: readonly string[]): SourceId | undefined | 'none' {
  if (folders.length === 0) return undefined;
  return folders.length === 1 ? (sourceIds.find((id) => id === folders[0]) ?? 'none') : 'none';
}

/** Letters in common: one too many, or a hyphen of another form. */
const alike = 0.85;

function misplacedFolder(folder: string, name: string): Refusal {
  const [like] = folder.includes('/') ? [] : sourceIds.filter((id) => likeness(id, folder.toLowerCase()) > alike);
  const meant = like === undefined ? '' : `；是否应为 ${like}（${sources[like].name}）`;
  return {
    file: name,
    source: undefined,
    reason: `文件夹“${folder}”不是任何来源的文件夹${meant}`,
    mend: `请把其中的文件移到来源文件夹（${sourceIds.map((id) => `${id} ${sources[id].name}`).join('、')}）之一，或直接放在期别文件夹下由程序识别`,
  };
}
