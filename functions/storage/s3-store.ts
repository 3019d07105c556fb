import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { ObjectMissing, type ObjectStore, type StoredObject, type WriteCondition, WriteConditionFailed } from '../jobs/ports.ts';
import { isSafeObjectKey } from './object-key.ts';

const partBytes = 8 << 20;
/** Metadata that tells our own write from another's when an answer got lost. */
const writeMark = 'write';

/**
 * An object store over a bucket. A tag is the object's ETag. Bodies go up in parts of 8 MiB with a checksum each; the
 * object appears when the last step is through, so a body that breaks off leaves nothing.
 */
export function s3Store(client: S3Client, bucket: string): ObjectStore {
  return {
    list: (prefix) => listBucket(client, bucket, prefix),
    read: (key) => readObject(client, bucket, key),
    tag: async (key) => (await head(client, bucket, key))?.tag,
    write: (key, body, condition) => writeObject(client, bucket, key, body, condition),
    delete: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: safe(key) }));
    },
  };
}

function safe(key: string): string {
  if (!isSafeObjectKey(key)) throw new Error('unsafe object key');
  return key;
}

/** General-purpose buckets list by UTF-8 bytes; directory buckets and other servers do not, so the order is made here. */
async function* listBucket(client: S3Client, bucket: string, prefix: string): AsyncIterable<StoredObject> {
  const objects: StoredObject[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }));
    for (const { Key, Size } of page.Contents ?? []) {
      if (Key !== undefined && !Key.endsWith('/')) objects.push({ key: Key, size: Size ?? 0 });
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  yield* objects.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
}

async function* readObject(client: S3Client, bucket: string, key: string): AsyncIterable<Uint8Array> {
  let body: Readable;
  try {
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: safe(key) }));
    body = answer.Body as Readable;
  } catch (error) {
    if (isMissing(error)) throw new ObjectMissing();
    throw error;
  }
  try {
    yield* body;
  } finally {
    body.destroy();
  }
}

async function head(
  client: S3Client,
  bucket: string,
  key: string,
): Promise<{ tag: string; mark: string | undefined } | undefined> {
  try {
    const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: safe(key) }));
    return { tag: answer.ETag ?? '', mark: answer.Metadata?.[writeMark] };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function writeObject(
  client: S3Client,
  bucket: string,
  key: string,
  body: AsyncIterable<Uint8Array> | Uint8Array,
  condition: WriteCondition | undefined,
): Promise<string> {
  const mark = randomUUID();
  const params: PutObjectCommandInput = {
    Bucket: bucket,
    Key: safe(key),
    Body: body instanceof Uint8Array ? body : Readable.from(body),
    ChecksumAlgorithm: 'CRC32',
    Metadata: { [writeMark]: mark },
    ...(condition === undefined ? {} : 'ifAbsent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.ifTag }),
  };
  try {
    const answer = await new Upload({ client, params, partSize: partBytes, queueSize: 2 }).done();
    return answer.ETag ?? '';
  } catch (error) {
    if (condition === undefined || !isConditionFailure(error)) throw error;
    // The client tries again when an answer got lost; the second try then meets the object that the first one made.
    const standing = await head(client, bucket, key);
    if (standing?.mark === mark) return standing.tag;
    // Nothing stands in the way: two writes met and neither may have come through. The service's own word tells.
    if (holds(condition, standing?.tag)) throw error;
    throw new WriteConditionFailed();
  }
}

function holds(condition: WriteCondition, tag: string | undefined): boolean {
  return 'ifAbsent' in condition ? tag === undefined : tag === condition.ifTag;
}

function isMissing(error: unknown): boolean {
  const name = (error as Error).name;
  return name === 'NoSuchKey' || name === 'NotFound';
}

/** 412; 409 where two conditional writes met; 404 where the version to replace is gone. */
function isConditionFailure(error: unknown): boolean {
  const name = (error as Error).name;
  return name === 'PreconditionFailed' || name === 'ConditionalRequestConflict' || isMissing(error);
}
