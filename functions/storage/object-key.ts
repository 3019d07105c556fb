/** True where every part of a key names something, and none climbs out of the store. */
export function isSafeObjectKey(key: string): boolean {
  return key.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
}
