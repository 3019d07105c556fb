import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { shortened, synthesize } from '../synthesized-templates.ts';

const inChina = synthesize({ partition: 'aws-cn' });

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
