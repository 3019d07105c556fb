import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { buildApp } from './build-app.ts';
import { daysBefore } from './stacks/schedule-stack.ts';

const counties = [
  { code: '230123', name: '甲县' },
  { code: '230124', name: '乙县', schedules: { payout: 'cron(0 2 20 1,4,7,10 ? *)' } },
];
const flags = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context;

function synthesize(context: Record<string, unknown> = {}, served: readonly object[] = counties) {
  const { app, stacks, checks } = buildApp(
    { counties: served },
    {
      context: { ...flags, 'aws:cdk:bundling-stacks': [], ...context },
      outdir: join(tmpdir(), `dibao-synth-${process.pid}-${Math.random()}`),
    },
  );
  app.synth();
  const templates = {
    storage: Template.fromStack(stacks.storage),
    access: Template.fromStack(stacks.access),
    jobs: Template.fromStack(stacks.jobs),
    schedule: Template.fromStack(stacks.schedule),
  };
  return { templates, checks, text: Object.values(templates).map((template) => JSON.stringify(template.toJSON())) };
}

const inChina = synthesize({ partition: 'aws-cn' });
const elsewhere = synthesize();

describe('the installation', () => {
  it.each([
    ['aws-cn', inChina],
    ['aws', elsewhere],
  ])('passes the AwsSolutions checks in %s, and no accepted finding is stale', (_, { checks }) => {
    expect([...checks.unused]).toEqual([]);
  });

  it('names no partition, so that the same code fits the Chinese regions', () => {
    for (const text of inChina.text) expect(text).not.toMatch(/arn:aws:/);
  });

  it('uses nothing that the Chinese regions lack', () => {
    for (const text of inChina.text) {
      expect(text).not.toMatch(/AWS::Cognito|AWS::SES|AWS::Lambda::Url|AWS::CloudFront|AWS::ApiGateway/);
    }
  });

  it('also fits the second Chinese region', () => {
    expect(() => synthesize({ partition: 'aws-cn', region: 'cn-northwest-1' })).not.toThrow();
  });

  it('refuses a partition that it does not know', () => {
    expect(() => synthesize({ partition: 'aws-moon' })).toThrow('aws-moon');
  });
});

describe('the buckets', () => {
  it('are private, versioned where they keep anything, encrypted with a key of their own, and speak TLS only', () => {
    const buckets = Object.entries(inChina.templates.storage.findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(5);
    for (const [id, { Properties: bucket }] of buckets) {
      expect(bucket.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      const algorithm = bucket.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm;
      expect(algorithm).toBe(id.startsWith('AccessLog') ? 'AES256' : 'aws:kms');
      if (!id.startsWith('Snapshots')) expect(bucket.VersioningConfiguration.Status).toBe('Enabled');
    }
    inChina.templates.storage.resourceCountIs('AWS::S3::BucketPolicy', 5);
  });

  it('lock what is published and forget snapshots after a day', () => {
    inChina.templates.storage.hasResourceProperties('AWS::S3::Bucket', { ObjectLockEnabled: true });
    inChina.templates.storage.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 1 })]) },
    });
  });

  it('let nothing of the access log outlast its term by more than a month', () => {
    inChina.templates.storage.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [{ ExpirationInDays: 400, NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Status: 'Enabled' }],
      },
    });
  });

  it('let a sender put only under its own county and source', () => {
    inChina.templates.access.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      Description: Match.stringLikeRegexp('Puts files'),
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: 's3:PutObject',
            Resource: {
              'Fn::Join': [
                '',
                [
                  Match.anyValue(),
                  Match.stringLikeRegexp('^/.\\{aws:PrincipalTag/county\\}/\\*/.\\{aws:PrincipalTag/source\\}/\\*$'),
                ],
              ],
            },
          }),
        ]),
      },
    });
  });
});

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

describe('the topics', () => {
  it('are named to whoever deploys, so that people can be subscribed', () => {
    for (const name of ['OutcomesTopic', 'AlarmsTopic']) inChina.templates.storage.hasOutput(name, { Value: Match.anyValue() });
  });
});

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

describe('the functions', () => {
  it('may do exactly what is listed here', () => {
    expect(permissions(inChina.templates.jobs)).toMatchInlineSnapshot(`
      [
        "CheckArrival: kms:Decrypt on ConfigurationKey",
        "CheckArrival: kms:Decrypt on InboxKey",
        "CheckArrival: kms:Decrypt on OutcomesKey",
        "CheckArrival: kms:Decrypt on ReportsKey",
        "CheckArrival: kms:GenerateDataKey on OutcomesKey",
        "CheckArrival: kms:GenerateDataKey on ReportsKey",
        "CheckArrival: logs:CreateLogStream on CheckArrival Log",
        "CheckArrival: logs:PutLogEvents on CheckArrival Log",
        "CheckArrival: s3:AbortMultipartUpload on Reports/*/arrivals/*",
        "CheckArrival: s3:GetObject on Configuration/*/county.json",
        "CheckArrival: s3:GetObject on Inbox/*",
        "CheckArrival: s3:ListBucket on Configuration",
        "CheckArrival: s3:ListBucket on Inbox",
        "CheckArrival: s3:PutObject on Reports/*/arrivals/*",
        "CheckArrival: sns:Publish on Outcomes",
        "CheckArrival: sqs:SendMessage on CheckArrival DeadLetters",
        "HalfYear: kms:Decrypt on ConfigurationKey",
        "HalfYear: kms:Decrypt on ReportsKey",
        "HalfYear: kms:Decrypt on ReportsKey",
        "HalfYear: kms:Decrypt on SnapshotsKey",
        "HalfYear: kms:GenerateDataKey on ReportsKey",
        "HalfYear: logs:CreateLogStream on HalfYear Log",
        "HalfYear: logs:PutLogEvents on HalfYear Log",
        "HalfYear: s3:AbortMultipartUpload on Reports/*/half-year/*/*",
        "HalfYear: s3:AbortMultipartUpload on Reports/*/half-year/refused.json",
        "HalfYear: s3:GetObject on Reports/*/half-year/*",
        "HalfYear: s3:GetObject on Snapshots/*/half-year/*",
        "HalfYear: s3:ListBucket on Reports",
        "HalfYear: s3:PutObject on Reports/*/half-year/*/*",
        "HalfYear: s3:PutObject on Reports/*/half-year/refused.json",
        "HalfYear: secretsmanager:GetSecretValue on secret:dibao/*/finding-key-??????",
        "ListInputs: kms:Decrypt on ConfigurationKey",
        "ListInputs: kms:Decrypt on ReportsKey",
        "ListInputs: kms:Decrypt on SnapshotsKey",
        "ListInputs: kms:GenerateDataKey on SnapshotsKey",
        "ListInputs: logs:CreateLogStream on ListInputs Log",
        "ListInputs: logs:PutLogEvents on ListInputs Log",
        "ListInputs: s3:AbortMultipartUpload on Snapshots/*/basis.json",
        "ListInputs: s3:GetObject on Configuration/*/county.json",
        "ListInputs: s3:GetObject on Reports/*/current.json",
        "ListInputs: s3:ListBucket on Configuration",
        "ListInputs: s3:ListBucket on Inbox",
        "ListInputs: s3:ListBucket on Reports",
        "ListInputs: s3:PutObject on Snapshots/*/basis.json",
        "Payout: kms:Decrypt on ConfigurationKey",
        "Payout: kms:Decrypt on ReportsKey",
        "Payout: kms:Decrypt on ReportsKey",
        "Payout: kms:Decrypt on SnapshotsKey",
        "Payout: kms:GenerateDataKey on ReportsKey",
        "Payout: logs:CreateLogStream on Payout Log",
        "Payout: logs:PutLogEvents on Payout Log",
        "Payout: s3:AbortMultipartUpload on Reports/*/payout/*/*",
        "Payout: s3:AbortMultipartUpload on Reports/*/payout/refused.json",
        "Payout: s3:GetObject on Reports/*/payout/*",
        "Payout: s3:GetObject on Snapshots/*/payout/*",
        "Payout: s3:ListBucket on Reports",
        "Payout: s3:PutObject on Reports/*/payout/*/*",
        "Payout: s3:PutObject on Reports/*/payout/refused.json",
        "Payout: secretsmanager:GetSecretValue on secret:dibao/*/finding-key-??????",
        "PublishRun: kms:Decrypt on ReportsKey",
        "PublishRun: kms:Decrypt on ReportsKey",
        "PublishRun: kms:Decrypt on SnapshotsKey",
        "PublishRun: kms:GenerateDataKey on ReportsKey",
        "PublishRun: logs:CreateLogStream on PublishRun Log",
        "PublishRun: logs:PutLogEvents on PublishRun Log",
        "PublishRun: s3:AbortMultipartUpload on Reports/*/current.json",
        "PublishRun: s3:DeleteObject on Reports/*/refused.json",
        "PublishRun: s3:DeleteObject on Snapshots/*",
        "PublishRun: s3:GetObject on Reports/*/current.json",
        "PublishRun: s3:GetObject on Reports/*/withdrawn.json",
        "PublishRun: s3:GetObject on Snapshots/*/basis.json",
        "PublishRun: s3:ListBucket on Reports",
        "PublishRun: s3:ListBucket on Snapshots",
        "PublishRun: s3:PutObject on Reports/*/current.json",
        "PublishRun: s3:PutObjectRetention on Reports/*/half-year/*",
        "PublishRun: s3:PutObjectRetention on Reports/*/payout/*",
        "ReadInput: kms:Decrypt on InboxKey",
        "ReadInput: kms:Decrypt on SnapshotsKey",
        "ReadInput: kms:Decrypt on SnapshotsKey",
        "ReadInput: kms:GenerateDataKey on SnapshotsKey",
        "ReadInput: logs:CreateLogStream on ReadInput Log",
        "ReadInput: logs:PutLogEvents on ReadInput Log",
        "ReadInput: s3:AbortMultipartUpload on Snapshots/*.part",
        "ReadInput: s3:GetObject on Inbox/*",
        "ReadInput: s3:GetObject on Snapshots/*/basis.json",
        "ReadInput: s3:ListBucket on Inbox",
        "ReadInput: s3:PutObject on Snapshots/*.part",
        "RemindInputs: kms:Decrypt on OutcomesKey",
        "RemindInputs: kms:GenerateDataKey on OutcomesKey",
        "RemindInputs: logs:CreateLogStream on RemindInputs Log",
        "RemindInputs: logs:PutLogEvents on RemindInputs Log",
        "RemindInputs: s3:ListBucket on Inbox",
        "RemindInputs: sns:Publish on Outcomes",
        "RemindInputs: sqs:SendMessage on RemindInputs DeadLetters",
        "TellOutcome: kms:Decrypt on OutcomesKey",
        "TellOutcome: kms:GenerateDataKey on OutcomesKey",
        "TellOutcome: logs:CreateLogStream on TellOutcome Log",
        "TellOutcome: logs:PutLogEvents on TellOutcome Log",
        "TellOutcome: sns:Publish on Outcomes",
      ]
    `);
  });

  it('have roles that a province’s number of counties does not outgrow', () => {
    const province = Array.from({ length: 130 }, (_, at) => ({ code: String(230_100 + at), name: `县${at}` }));
    const { templates } = synthesize({ partition: 'aws-cn' }, province);
    templates.storage.resourceCountIs('AWS::SecretsManager::Secret', 130);
    for (const [id, { Properties }] of Object.entries(templates.jobs.findResources('AWS::IAM::Policy'))) {
      expect(JSON.stringify(Properties.PolicyDocument).length, id).toBeLessThan(6_144);
    }
  });

  it('have an alarm each, and keep their logs for a year', () => {
    const functions = Object.keys(inChina.templates.jobs.findResources('AWS::Lambda::Function'));
    const watched = Object.values(inChina.templates.jobs.findResources('AWS::CloudWatch::Alarm')).flatMap(({ Properties }) =>
      (Properties.Dimensions ?? []).map(({ Value }: { Value: { Ref?: string } }) => Value.Ref),
    );
    for (const id of functions) expect(watched).toContain(id);
    for (const { Properties } of Object.values(inChina.templates.jobs.findResources('AWS::Logs::LogGroup'))) {
      expect(Properties.RetentionInDays).toBe(365);
    }
  });

  it('need no more than a gigabyte', () => {
    for (const { Properties } of Object.values(inChina.templates.jobs.findResources('AWS::Lambda::Function'))) {
      expect(Properties.MemorySize).toBeLessThanOrEqual(1024);
    }
  });
});

describe('the calendar', () => {
  const schedules = Object.values(inChina.templates.schedule.findResources('AWS::Scheduler::Schedule')).map(({ Properties }) => ({
    when: Properties.ScheduleExpression as string,
    zone: Properties.ScheduleExpressionTimezone as string,
    input: JSON.parse(Properties.Target.Input) as { counties: string[]; scheduledTime: string },
    deadLetters: Properties.Target.DeadLetterConfig,
  }));
  const countiesAt = (when: string) => schedules.filter((schedule) => schedule.when === when).map(({ input }) => input.counties);

  it('runs the half-yearly comparison on 5 January and 5 July for all counties', () => {
    expect(countiesAt('cron(0 2 5 1,7 ? *)')).toEqual([['230123', '230124']]);
  });

  it('runs the payout job on the 11th of each quarter, without the county that has a day of its own', () => {
    expect(countiesAt('cron(0 2 11 1,4,7,10 ? *)')).toEqual([['230123']]);
    expect(countiesAt('cron(0 2 20 1,4,7,10 ? *)')).toEqual([['230124']]);
  });

  it('reminds of missing inputs three days before', () => {
    expect(countiesAt('cron(0 9 2 1,7 ? *)')).toEqual([['230123', '230124']]);
    expect(countiesAt('cron(0 9 8 1,4,7,10 ? *)')).toEqual([['230123']]);
    expect(countiesAt('cron(0 9 17 1,4,7,10 ? *)')).toEqual([['230124']]);
  });

  it('keeps Asia/Shanghai time, tells the scheduled time, and has a dead-letter queue everywhere', () => {
    for (const { zone, input, deadLetters } of schedules) {
      expect(zone).toBe('Asia/Shanghai');
      expect(input.scheduledTime).toBe('<aws.scheduler.scheduled-time>');
      expect(deadLetters).toBeDefined();
    }
  });

  it('refuses a county schedule whose reminder would fall into the month before', () => {
    expect(() => daysBefore('cron(0 2 3 1,7 ? *)', 3)).toThrow('the 4th or later');
  });
});

/** `function: action on resource` for every statement of every function's role, resources shortened to their key patterns. */
function permissions(template: Template): string[] {
  const lines: string[] = [];
  for (const [id, { Properties }] of Object.entries(template.findResources('AWS::IAM::Policy'))) {
    if (!/^[A-Za-z]+RoleDefaultPolicy/.test(id) || /Machine/.test(id)) continue;
    for (const { Action, Resource } of Properties.PolicyDocument.Statement) {
      for (const action of [Action].flat()) {
        for (const resource of [Resource].flat())
          lines.push(`${id.replace(/RoleDefaultPolicy.*/, '')}: ${action} on ${shortened(resource)}`);
      }
    }
  }
  return lines.sort();
}

function shortened(resource: unknown): string {
  return JSON.stringify(resource)
    .replace(
      /.*?(?:ExportsOutput(?:FnGetAtt|Ref))?(Inbox|Configuration|Reports|Snapshots|Outcomes)(Key)?[0-9A-F]{8}.*?(?:"\},"(\/[^"]*)".*|"\}$)/,
      '$1$2$3',
    )
    .replace(/.*"(\w+?)(Log|DeadLetters)[0-9A-F]{8}.*/, '$1 $2')
    .replace(/.*:(secret:[^"]*).*/, '$1');
}
