import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

const complete = {
  INBOX_BUCKET: 'a',
  CONFIGURATION_BUCKET: 'b',
  REPORTS_BUCKET: 'c',
  SNAPSHOTS_BUCKET: 'd',
  OUTCOMES_TOPIC: 'e',
  FINDING_KEY_PREFIX: 'f',
  METRIC_NAMESPACE: 'g',
};

describe('the environment', () => {
  it('is read whole', () => {
    expect(readEnvironment({ ...complete, PATH: '/bin' })).toEqual(complete);
  });

  it('names everything that is missing or empty at once', () => {
    const { INBOX_BUCKET: _, REPORTS_BUCKET: __, ...rest } = complete;
    expect(() => readEnvironment({ ...rest, METRIC_NAMESPACE: '' })).toThrow(
      'missing: INBOX_BUCKET, REPORTS_BUCKET, METRIC_NAMESPACE',
    );
  });
});
