import { describe, expect, it } from 'vitest';
import { shortened, synthesize } from '../synthesized-templates.ts';

const inChina = synthesize({ partition: 'aws-cn' });

const policies = Object.values(inChina.templates.access.findResources('AWS::IAM::ManagedPolicy')).map(
  ({ Properties }) => Properties,
);
const statements = (words: string): { Effect: string; Action: string | string[]; Resource: unknown; Condition?: object }[] =>
  policies.find(({ Description }) => Description.startsWith(words)).PolicyDocument.Statement;

/** `action on resource` of a policy for people, resources shortened to their key patterns. */
const allowed = (words: string): string[] =>
  statements(words)
    .flatMap(({ Action, Resource }) => [Resource].flat().map((resource) => ({ Action, resource: shortened(resource) })))
    .flatMap(({ Action, resource }) => [Action].flat().map((action) => `${action} on ${resource}`))
    .filter((line) => line.startsWith('s3:'))
    .sort();

describe('the administrator of a county', () => {
  const tag = '$' + '{aws:PrincipalTag/county}';

  it('may list and remove what was sent, and mend the profile, of its own county only', () => {
    expect(allowed('Writes the county profile')).toEqual([
      `s3:DeleteObject on Configuration/${tag}/*`,
      `s3:DeleteObject on Inbox/${tag}/*`,
      `s3:GetObject on Configuration/${tag}/*`,
      `s3:GetObject on Inbox/${tag}/*`,
      's3:ListBucket on Configuration',
      's3:ListBucket on Inbox',
      `s3:PutObject on Configuration/${tag}/*`,
    ]);
  });

  it.each(['Writes the county profile', 'Reads the published reports of one county', 'Hides a wrong publication'])(
    'lists the keys of its own county only: %s',
    (words) => {
      const lists = statements(words).filter(({ Action }) => Action === 's3:ListBucket');
      expect(lists.length).toBeGreaterThan(0);
      for (const { Condition } of lists) expect(Condition).toEqual({ StringLike: { 's3:prefix': [`${tag}/*`] } });
    },
  );

  it('who withdraws may look for what is to be hidden, and reads no report', () => {
    expect(allowed('Hides a wrong publication')).toEqual([
      `s3:DeleteObject on Reports/${tag}/*/current.json`,
      `s3:GetObject on Reports/${tag}/*/current.json`,
      's3:ListBucket on Reports',
      `s3:PutObject on Reports/${tag}/*/withdrawn.json`,
      `s3:PutObjectTagging on Reports/${tag}/*`,
    ]);
  });
});

describe('a withdrawn report', () => {
  it('is denied to readers and kept for auditors', () => {
    expect(statements('Reads the published reports of one county')).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:GetObject',
        Condition: { StringEquals: { 's3:ExistingObjectTag/withdrawn': 'yes' } },
      }),
    );
    expect(statements('Reads every version').some(({ Effect }) => Effect === 'Deny')).toBe(false);
    const everyAction = policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
    expect(everyAction).not.toContain('s3:DeleteObjectVersion');
    expect(everyAction).not.toContain('s3:BypassGovernanceRetention');
  });
});
