import { ObjectMissing, type ObjectStore } from '../ports.ts';
import { bytesOf } from './run-basis.ts';

/** A county's profile in the configuration bucket; undefined where it has none. */
export async function profileBytesOf(configuration: ObjectStore, county: string): Promise<Uint8Array | undefined> {
  try {
    return await bytesOf(configuration, `${county}/county.json`);
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}
