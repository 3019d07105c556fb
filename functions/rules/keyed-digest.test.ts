import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyedDigest } from './keyed-digest.ts';

test('equals the first 16 digits of HMAC-SHA-256 for any key and text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.string({ unit: 'binary', maxLength: 2000 })), (key, texts) => {
      const digest = keyedDigest(key);
      for (const text of texts) {
        expect(digest(text)).toBe(createHmac('sha256', key).update(text, 'utf8').digest('hex').slice(0, 16));
      }
    }),
    { numRuns: 200 },
  );
});
