/** Compares by code points; `<` would compare the halves of letters outside the basic plane. */
export function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left === right) continue;
    const [leftHalf, rightHalf] = [left >= 0xd800 && left <= 0xdfff, right >= 0xd800 && right <= 0xdfff];
    if (leftHalf !== rightHalf) return leftHalf ? 1 : -1;
    return left - right;
  }
  return one.length - other.length;
}

/** Files of one source are read by name, whatever the order of the listing. */
export function inFileOrder<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return files
    .map((file) => ({ file, key: file.name.normalize('NFC') }))
    .sort((one, other) => compareCodePoints(one.key, other.key))
    .map(({ file }) => file);
}

/** Left by Office, WPS and file browsers; no list of anything. */
export const isSkipped = (name: string): boolean => /^(?:~\$|\.)/.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
