import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StorageStack } from './storage-stack.ts';

/**
 * Who may do what, as policies that an administrator attaches to people or roles. County and source are principal tags
 * (`county`, `source`), so that a new office is two tags and no new policy.
 */
export class AccessStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly storage: StorageStack }) {
    super(scope, id, props);
    const { inbox, configuration, reports } = props.storage;
    const county = principalTag('county');
    const source = principalTag('source');

    // An office puts its own files and never reads: what it sent it has.
    this.policy('Sender', 'Puts files of one source of one county into the inbox', [
      allow(['s3:PutObject'], [inbox.arnForObjects(`${county}/*/${source}/*`)]),
      useKey(inbox, ['kms:GenerateDataKey', 'kms:Decrypt']),
    ]);
    // A file that a run refuses must go, and a list shows which there are; both buckets keep the versions of what is deleted.
    this.policy('CountyAdministrator', 'Writes the county profile, reads and removes what the offices sent', [
      allow(['s3:PutObject', 's3:GetObject', 's3:DeleteObject'], [configuration.arnForObjects(`${county}/*`)]),
      allow(['s3:GetObject', 's3:DeleteObject'], [inbox.arnForObjects(`${county}/*`)]),
      listOf(configuration, county),
      listOf(inbox, county),
      useKey(configuration, ['kms:GenerateDataKey', 'kms:Decrypt']),
      useKey(inbox, ['kms:Decrypt']),
    ]);
    this.policy('Reader', 'Reads the published reports of one county', [
      allow(['s3:GetObject'], [reports.arnForObjects(`${county}/*`)]),
      listOf(reports, county),
      useKey(reports, ['kms:Decrypt']),
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ['s3:GetObject'],
        resources: [reports.arnForObjects('*')],
        conditions: { StringEquals: { 's3:ExistingObjectTag/withdrawn': 'yes' } },
      }),
    ]);
    // A withdrawn report has no current.json that names it, and its files are tagged: readers are denied them, auditors not.
    this.policy('Withdrawer', 'Hides a wrong publication of one county', [
      allow(['s3:DeleteObject'], [reports.arnForObjects(`${county}/*/current.json`)]),
      allow(['s3:PutObjectTagging'], [reports.arnForObjects(`${county}/*`)]),
      // Without it the next run of the same inputs would publish the same again.
      allow(['s3:PutObject'], [reports.arnForObjects(`${county}/*/withdrawn.json`)]),
      // To know which files: current.json names the run, a list shows what it holds.
      allow(['s3:GetObject'], [reports.arnForObjects(`${county}/*/current.json`)]),
      listOf(reports, county),
      useKey(reports, ['kms:GenerateDataKey', 'kms:Decrypt']),
    ]);
    this.policy('Auditor', 'Reads every version of every published report, withdrawn ones too', [
      allow(['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectRetention'], [reports.arnForObjects('*')]),
      allow(['s3:ListBucket', 's3:ListBucketVersions'], [reports.bucketArn]),
      useKey(reports, ['kms:Decrypt']),
    ]);
    new CfnOutput(this, 'InboxName', { value: inbox.bucketName });
    new CfnOutput(this, 'ReportsName', { value: reports.bucketName });
  }

  private policy(name: string, description: string, statements: PolicyStatement[]): void {
    new ManagedPolicy(this, name, { description, statements });
  }
}

/** An IAM policy variable, filled from the caller's tags when a request comes. */
function principalTag(name: string): string {
  return '$' + `{aws:PrincipalTag/${name}}`;
}

function allow(actions: string[], resources: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources });
}

/** Listing one county's part of a bucket. */
function listOf(bucket: IBucket, county: string): PolicyStatement {
  return new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': [`${county}/*`] } },
  });
}

function useKey(bucket: IBucket, actions: string[]): PolicyStatement {
  return allow(actions, [bucket.encryptionKey!.keyArn]);
}
