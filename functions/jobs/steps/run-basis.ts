import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { Refusal } from '../../../schemas/reading.ts';
import { sourceIds } from '../../../schemas/sources/source.ts';
import type { ObjectStore } from '../ports.ts';

/** What all steps of a run rest on, beside the files. */
export interface RunBasis {
  /** The profile's bytes. */
  readonly profile: Uint8Array | undefined;
  /** What the listing refused. */
  readonly refusals: readonly Refusal[];
  /** False where the list is too long for a run: its refusal is all that there is to say. */
  readonly listed: boolean;
  /** Names of files whose wrong period a person accepts. */
  readonly acceptedPeriods: readonly string[];
}

const basisSchema = z.strictObject({
  /** Base64; null where the county has none. */
  profile: z.string().nullable(),
  refusals: z.array(
    z.strictObject({ file: z.string(), source: z.enum(sourceIds).optional(), reason: z.string(), mend: z.string() }),
  ),
  listed: z.boolean(),
  acceptedPeriods: z.array(z.string()),
});

const keyOf = (snapshots: string): string => `${snapshots}basis.json`;

export async function keepBasis(store: ObjectStore, snapshots: string, { profile, ...rest }: RunBasis): Promise<void> {
  const text = JSON.stringify({ profile: profile === undefined ? null : Buffer.from(profile).toString('base64'), ...rest });
  await store.write(keyOf(snapshots), Buffer.from(text));
}

export async function basisOf(store: ObjectStore, snapshots: string): Promise<RunBasis> {
  const { profile, refusals, ...rest } = basisSchema.parse(await json(store.read(keyOf(snapshots))));
  return {
    ...rest,
    profile: profile === null ? undefined : Buffer.from(profile, 'base64'),
    // JSON leaves out a source that is not known; a refusal names it as undefined.
    refusals: refusals.map((refusal) => ({ ...refusal, source: refusal.source })),
  };
}
