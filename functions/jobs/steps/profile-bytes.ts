import { buffer } from 'node:stream/consumers';
import { ObjectMissing, type ObjectStore } from '../ports.ts';

/** A county's profile in the configuration bucket; undefined where it has none. */
export async function profileBytesOf(configuration: ObjectStore, county: string): Promise<Uint8Array | undefined> {
  try {
    return await buffer(configuration.read(`${county}/county.json`));
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}
