import type { ProfileDifference } from '../../schemas/profile-differences.ts';
import { type Day, dayText } from '../../schemas/values/day.ts';

/** A difference with its value as the profile file writes it: standards in yuan, days as `2020-01-20`. */
export function asWritten({ path, value }: ProfileDifference): { path: string; value: string } {
  if (/^(?:rural|urban)Standard\./.test(path)) return { path, value: String(Number(value) / 100) };
  if (path.startsWith('dueDates.')) return { path, value: `"${dayText(Number(value) as Day)}"` };
  return { path, value };
}
