import { existsSync, globSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type SourceId, sourceIds } from '../../schemas/sources/source.ts';
import { fileCheck } from '../jobs/file-check.ts';
import { openInput } from '../jobs/open-input.ts';
import { readProfile } from '../jobs/read-profile.ts';
import { checkFiles } from '../reading/check-files.ts';
import { isSkipped } from '../reading/file-order.ts';
import type { InboxFile } from '../reading/file-units.ts';
import { folderStore } from '../storage/folder-store.ts';
import { checkLines } from './check-text.ts';
import { type Arguments, WrongUsage } from './parse-arguments.ts';
import { printable } from './printable.ts';
import { refusalLines } from './result-text.ts';
import { profileBytes } from './run-settings.ts';

/** `dibao check FILE…`: 0 where a run could read them all, 3 where it would refuse one. */
export async function checkCommand(args: Arguments): Promise<number> {
  const source = sourceOf(args.value('source'));
  const paths = args.files.flatMap(filesAt).filter((path) => !isSkipped(basename(path)));
  if (paths.length === 0) throw new WrongUsage(`${args.files.join('、')} 中没有可以检查的文件`);
  const files = paths.map((path) => inboxFile(path, source));
  const read = readProfile(profileBytes(args.value('profile'), usualProfile(paths[0] ?? '')));
  if ('refusals' in read) {
    process.stderr.write(`${refusalLines(read.refusals).join('\n')}\n`);
    return 3;
  }
  const checked = await checkFiles(files, read.profile);
  const text = args.has('json')
    ? JSON.stringify({ files: checked.map(fileCheck) }, undefined, 2)
    : checked.map((each) => checkLines(each).map(printable).join('\n')).join('\n\n');
  process.stdout.write(`${text}\n`);
  return checked.some(({ problems }) => problems.length > 0) ? 3 : 0;
}

function sourceOf(given: string | undefined): SourceId | undefined {
  const source = sourceIds.find((id) => id === given);
  if (given !== undefined && source === undefined) throw new WrongUsage(`--source 应为 ${sourceIds.join('、')} 之一`);
  return source;
}

/** The files of a folder, or of a pattern that the shell has left as it is, as that of Windows does; else the path itself. */
function filesAt(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => join(path, name)).sort();
  }
  return /[*?]/.test(path) && !existsSync(path) ? globSync(path).sort() : [path];
}

/** A file in a source's folder is what its folder says, as in a run. */
function inboxFile(path: string, given: SourceId | undefined): InboxFile {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new WrongUsage(`找不到文件 ${path}`);
  const folder = basename(dirname(resolve(path)));
  const store = folderStore(dirname(path));
  return {
    source: given ?? sourceIds.find((id) => id === folder),
    name: basename(path).normalize('NFC'),
    size: found.size,
    open: () => openInput(store, basename(path)),
  };
}

/** The profile that a run over the file's inbox would use: `<inbox>/<county>/county.json`, two or three folders up. */
function usualProfile(path: string): string | undefined {
  const folders = [dirname(dirname(resolve(path))), dirname(dirname(dirname(resolve(path))))];
  return folders
    .filter((folder) => /^\d{6}$/.test(basename(folder)))
    .map((folder) => join(folder, 'county.json'))
    .find((profile) => existsSync(profile));
}
