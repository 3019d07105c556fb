import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ObjectMissing, type ObjectStore, WriteConditionFailed } from '../jobs/ports.ts';
import { objectStoreContract } from './object-store-contract.ts';
import { s3Store } from './s3-store.ts';
import { type S3TestServer, startS3TestServer } from './s3-test-server.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

// The slow suite runs this file once more with the proxy's conditions off, and wants to see it fail.
const enforceConditions = process.env['S3_PROXY_CONDITIONS'] !== 'off';
let server: S3TestServer;
beforeAll(async () => {
  server = await startS3TestServer({ enforceConditions });
});
afterAll(() => server.stop());

const openStore = async (): Promise<ObjectStore> => s3Store(server.client(), await server.newBucket());

// More than one page of a thousand objects.
objectStoreContract('s3', openStore, 1_050);

describe('an S3 store in trouble', () => {
  let store: ObjectStore;
  beforeEach(async () => {
    store = await openStore();
  });

  async function text(key: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of store.read(key)) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('waits out throttling', async () => {
    server.proxy.fault({ kind: 'throttle', method: 'PUT', times: 2 });
    await store.write('k', bytes('1'));
    expect(await text('k')).toBe('1');
  });

  it('knows its own object again when the answer to a create was lost', async () => {
    server.proxy.fault({ kind: 'lose-answer', method: 'PUT', times: 1 });
    const tag = await store.write('k', bytes('1'), { ifAbsent: true });
    expect(await store.tag('k')).toBe(tag);
  });

  it('does not take another writer’s object for its own', async () => {
    await store.write('k', bytes('1'));
    server.proxy.fault({ kind: 'lose-answer', method: 'PUT', times: 1 });
    await expect(store.write('k', bytes('1'), { ifAbsent: true })).rejects.toBeInstanceOf(WriteConditionFailed);
  });

  it('gives one object when a request arrives twice', async () => {
    server.proxy.fault({ kind: 'repeat', method: 'PUT', times: 1 });
    await store.write('k', bytes('1'));
    expect(await text('k')).toBe('1');
  });

  it('tells a body that was changed on its way up', async () => {
    server.proxy.fault({ kind: 'corrupt', method: 'PUT', times: 1 });
    await expect(store.write('k', bytes('12345'))).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await store.tag('k')).toBeUndefined();
  });

  it('tells a body that was changed on its way down', async () => {
    await store.write('k', bytes('12345'));
    server.proxy.fault({ kind: 'corrupt', method: 'GET', times: 1 });
    await expect(text('k')).rejects.toThrow(/checksum/i);
  });

  it('tells a body that was cut off on its way down', async () => {
    await store.write('k', new Uint8Array(3_000_000));
    server.proxy.fault({ kind: 'cut', method: 'GET', times: 1 });
    await expect(text('k')).rejects.toThrow();
  });

  it('is only slower when the server is', async () => {
    server.proxy.fault({ kind: 'delay', method: 'PUT', times: 1, milliseconds: 120 });
    const before = performance.now();
    await store.write('k', bytes('1'));
    expect(performance.now() - before).toBeGreaterThan(100);
    expect(await text('k')).toBe('1');
  });
});

describe('answers that a server can not be made to give', () => {
  const client = new S3Client({ region: 'cn-north-1' });
  const mock = mockClient(client);
  const store = s3Store(client, 'b');
  const refusal = (name: string) => Object.assign(new Error(name), { name });
  beforeEach(() => mock.reset());
  afterAll(() => mock.restore());

  it('never takes a denied read for a missing object', async () => {
    mock.on(GetObjectCommand).rejects(refusal('AccessDenied'));
    await expect(store.read('k')[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'AccessDenied' });
    mock.on(HeadObjectCommand).rejects(refusal('Forbidden'));
    await expect(store.tag('k')).rejects.toMatchObject({ name: 'Forbidden' });
  });

  it('takes a missing key for missing, on reading and by its tag', async () => {
    mock.on(GetObjectCommand).rejects(refusal('NoSuchKey'));
    await expect(store.read('k')[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ObjectMissing);
    mock.on(HeadObjectCommand).rejects(refusal('NotFound'));
    expect(await store.tag('k')).toBeUndefined();
  });

  it('takes a conflict of two conditional writes for a failed condition', async () => {
    mock.on(PutObjectCommand).rejects(refusal('ConditionalRequestConflict'));
    mock.on(HeadObjectCommand).resolves({ ETag: '"x"', Metadata: { write: 'another' } });
    await expect(store.write('k', bytes('1'), { ifTag: '"y"' })).rejects.toBeInstanceOf(WriteConditionFailed);
  });

  it('hands on a conflict after which nothing stands in the way, so that the write is tried again', async () => {
    mock.on(PutObjectCommand).rejects(refusal('ConditionalRequestConflict'));
    mock.on(HeadObjectCommand).rejects(refusal('NotFound'));
    await expect(store.write('k', bytes('1'), { ifAbsent: true })).rejects.toMatchObject({ name: 'ConditionalRequestConflict' });
    await expect(store.write('k', bytes('1'), { ifTag: '"x"' })).rejects.toBeInstanceOf(WriteConditionFailed);
    mock.on(HeadObjectCommand).resolves({ ETag: '"x"', Metadata: { write: 'another' } });
    await expect(store.write('k', bytes('1'), { ifTag: '"x"' })).rejects.toMatchObject({ name: 'ConditionalRequestConflict' });
    await expect(store.write('k', bytes('1'), { ifAbsent: true })).rejects.toBeInstanceOf(WriteConditionFailed);
  });

  it('does not hide that a page of a listing was refused', async () => {
    mock
      .on(ListObjectsV2Command)
      .resolvesOnce({ Contents: [{ Key: 'a', Size: 1 }], NextContinuationToken: 't' })
      .rejects(refusal('InternalError'));
    await expect(store.list('')[Symbol.asyncIterator]().next()).rejects.toMatchObject({ name: 'InternalError' });
  });
});
