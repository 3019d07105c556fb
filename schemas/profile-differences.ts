import { type CountyProfile, defaultProfile } from './county-profile.ts';

/** A value of a profile that is not the default. */
export interface ProfileDifference {
  /** `breaker.rejectedShare`, `words.bank-payout.result.成功` … */
  readonly path: string;
  /** JSON text of the value: standards in fen, days as yyyymmdd. */
  readonly value: string;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function collect(value: unknown, usual: unknown, path: string, into: ProfileDifference[]): void {
  if (isGroup(value)) {
    for (const key of Object.keys(value).sort()) {
      collect(value[key], isGroup(usual) ? usual[key] : undefined, path === '' ? key : `${path}.${key}`, into);
    }
  } else if (JSON.stringify(value) !== JSON.stringify(usual)) {
    into.push({ path, value: JSON.stringify(value) });
  }
}

/** Every value that differs from the default, by path. */
export function profileDifferences(profile: CountyProfile): readonly ProfileDifference[] {
  const found: ProfileDifference[] = [];
  collect(profile, defaultProfile, '', found);
  return found;
}
