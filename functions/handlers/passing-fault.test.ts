import { describe, expect, it } from 'vitest';
import { edgeFault } from './passing-fault.ts';

describe('a fault at the edge', () => {
  it.each([
    ['throttling', Object.assign(new Error(), { name: 'SlowDown' })],
    ['a lost connection', Object.assign(new Error(), { code: 'ECONNRESET' })],
    ['a server’s fault', Object.assign(new Error(), { name: 'Unknown', $metadata: { httpStatusCode: 503 } })],
  ])('may pass: %s', (_, error) => {
    expect(edgeFault(error).name).toBe('PassingFault');
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
