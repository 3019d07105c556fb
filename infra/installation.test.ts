import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { daysBefore } from './stacks/schedule-stack.ts';
import { synthesize } from './synthesized-templates.ts';

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

  it('lets the logs of a region use their key by the name that they have there', () => {
    inChina.templates.storage.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: { 'Fn::Join': ['', [Match.stringLikeRegexp('^logs\\.'), { Ref: 'AWS::URLSuffix' }]] } },
          }),
        ]),
      },
    });
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

describe('the topics', () => {
  it('are named to whoever deploys, so that people can be subscribed', () => {
    for (const name of ['OutcomesTopic', 'AlarmsTopic']) inChina.templates.storage.hasOutput(name, { Value: Match.anyValue() });
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
