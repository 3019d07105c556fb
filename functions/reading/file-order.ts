import { byCodePoints } from '../../schemas/values/code-point-order.ts';

/** Files of one source are read by name, whatever the order of the listing. */
export function inFileOrder<File extends { readonly name: string }>(files: readonly File[]): readonly File[] {
  return files
    .map((file) => ({ file, key: file.name.normalize('NFC') }))
    .sort((one, other) => byCodePoints(one.key, other.key))
    .map(({ file }) => file);
}

/** Left by Office, WPS and file browsers; no list of anything. */
export const isSkipped = (name: string): boolean => /^(?:~\$|\.)/.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
