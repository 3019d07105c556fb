import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fileHash } from './file-hash.ts';
import { isOwnerFile } from './open-elsewhere.ts';

/** All that publishing needs of a manifest, so that one of an older program version is understood too. */
const outputsOfManifest = z.object({ outputs: z.array(z.object({ file: z.string(), sha256: z.string() })) });

const manifestName = 'manifest.json';
/** What file managers drop into any folder: nobody's work. */
const litter = new Set(['thumbs.db', 'desktop.ini', '.ds_store']);

/** `changed`: a file differs from the report's manifest, is gone or was added by people. */
export type ReportState = 'absent' | 'as-published' | 'changed';

export async function reportState(folder: string): Promise<ReportState> {
  if (!existsSync(folder)) return 'absent';
  const outputs = publishedOutputs(folder);
  if (!outputs) return 'changed';
  const published = new Set([manifestName, ...outputs.map(({ file }) => file)]);
  const additions = readdirSync(folder).filter(
    (name) => !published.has(name) && !isOwnerFile(name) && !litter.has(name.toLowerCase()),
  );
  if (additions.length > 0) return 'changed';
  for (const { file, sha256 } of outputs) if ((await fileHash(join(folder, file))) !== sha256) return 'changed';
  return 'as-published';
}

/** The manifest holds the hash of every other file, so equal manifests mean equal reports. */
export function sameManifest(one: string, other: string): boolean {
  return readFileSync(join(one, manifestName)).equals(readFileSync(join(other, manifestName)));
}

function publishedOutputs(folder: string): readonly { file: string; sha256: string }[] | undefined {
  try {
    return outputsOfManifest.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))).outputs;
  } catch {
    return undefined;
  }
}
