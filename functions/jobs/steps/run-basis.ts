import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Refusal } from '../../../schemas/reading.ts';
import { sourceIds } from '../../../schemas/sources/source.ts';
import type { ObjectStore } from '../ports.ts';

/** What all steps of a run rest on, beside the files: the profile's bytes, and what the listing refused. */
export interface RunBasis {
  readonly profile: Uint8Array | undefined;
  readonly refusals: readonly Refusal[];
}

const basisSchema = z.strictObject({
  /** Base64; null where the county has none. */
  profile: z.string().nullable(),
  refusals: z.array(
    z.strictObject({ file: z.string(), source: z.enum(sourceIds).optional(), reason: z.string(), mend: z.string() }),
  ),
});

const keyOf = (snapshots: string): string => `${snapshots}basis.json`;

export async function keepBasis(store: ObjectStore, snapshots: string, { profile, refusals }: RunBasis): Promise<void> {
  const text = JSON.stringify({ profile: profile === undefined ? null : Buffer.from(profile).toString('base64'), refusals });
  await store.write(keyOf(snapshots), Buffer.from(text));
}

export async function basisOf(store: ObjectStore, snapshots: string): Promise<RunBasis> {
  const { profile, refusals } = basisSchema.parse(await json(store.read(keyOf(snapshots))));
  return {
    profile: profile === null ? undefined : Buffer.from(profile, 'base64'),
    // JSON leaves out a source that is not known; a refusal names it as undefined.
    refusals: refusals.map((refusal) => ({ ...refusal, source: refusal.source })),
  };
}
