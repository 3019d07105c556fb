import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { s3Store } from '../storage/s3-store.ts';
import { startS3TestServer } from '../storage/s3-test-server.ts';
import { edgeFault } from './passing-fault.ts';

describe('a fault at the edge', () => {
  it.each([
    ['throttling', Object.assign(new Error(), { name: 'SlowDown' })],
    ['throttling of topics', Object.assign(new Error(), { name: 'ThrottledException' })],
    ['throttling by an account’s limit', Object.assign(new Error(), { name: 'RequestLimitExceeded' })],
    ['throttling under a name that is not known', Object.assign(new Error(), { $metadata: { httpStatusCode: 429 } })],
    ['two writes of a key at once', Object.assign(new Error(), { name: 'ConditionalRequestConflict' })],
    ['bytes changed on their way up', Object.assign(new Error(), { name: 'BadDigest', $metadata: { httpStatusCode: 400 } })],
    ['a lost connection', Object.assign(new Error(), { code: 'ECONNRESET' })],
    ['a server’s fault', Object.assign(new Error(), { name: 'Unknown', $metadata: { httpStatusCode: 503 } })],
  ])('may pass: %s', (_, error) => {
    expect(edgeFault(error).name).toBe('PassingFault');
  });

  it('may pass: bytes changed on their way down, as the SDK says it', async () => {
    const server = await startS3TestServer();
    const store = s3Store(server.client(), await server.newBucket());
    await store.write('k', Buffer.from('12345'));
    server.proxy.fault({ kind: 'corrupt', method: 'GET', times: 1 });
    const error = await buffer(store.read('k')).catch((fault: unknown) => fault);
    expect(edgeFault(error)).toMatchObject({ name: 'PassingFault', message: 'ChecksumMismatch' });
    await server.stop();
  });

  it.each([
    ['ours', new TypeError('x')],
    ['a forbidden key', Object.assign(new Error(), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } })],
    ['not even an error', 'text'],
  ])('may not pass: %s', (_, error) => {
    expect(edgeFault(error).name).toBe('ProgramFault');
  });

  it('keeps the class of the error and none of its words', () => {
    const fault = edgeFault(new RangeError('张三 230123195001010011'));
    expect(fault.message).toBe('RangeError');
    expect(JSON.stringify([fault.message, fault.stack, Object(fault).cause])).not.toContain('230123');
  });
});
