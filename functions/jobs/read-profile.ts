import { type CountyProfile, defaultProfile, ProfileRefused, parseCountyProfile } from '../../schemas/county-profile.ts';
import type { Refusal } from '../../schemas/reading.ts';

/** The profile that the bytes hold (the default without any), or everything that is wrong with it. */
export function readProfile(
  bytes: Uint8Array | undefined,
): { readonly profile: CountyProfile } | { readonly refusals: readonly Refusal[] } {
  if (!bytes) return { profile: defaultProfile };
  try {
    return { profile: parseCountyProfile(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (error instanceof TypeError) return { refusals: [refusal('县配置不是 UTF-8 编码', '请用 UTF-8 编码另存')] };
    if (!(error instanceof ProfileRefused)) throw error;
    return { refusals: error.problems.map((problem) => refusal(problem, '请按提示修改县配置')) };
  }
}

function refusal(reason: string, mend: string): Refusal {
  return { file: '', source: undefined, reason, mend };
}
