import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Configuration } from '../configuration.ts';

/** A county's secret is `<prefix><county>/finding-key`. */
export const findingKeyPrefix = 'dibao/';

/**
 * Where everything lies. Four buckets with a key each, since they have different readers: what offices send, how the
 * county is configured, what was published, and the snapshots that live for the length of a run.
 */
export class StorageStack extends Stack {
  readonly inbox: Bucket;
  readonly configuration: Bucket;
  readonly reports: Bucket;
  readonly snapshots: Bucket;
  readonly logKey: Key;
  /** People of the county: a run is done or refused, an input is missing. */
  readonly outcomes: Topic;
  /** Whoever operates the installation: our faults. */
  readonly alarms: Topic;

  constructor(scope: Construct, id: string, props: StackProps & { readonly counties: Configuration['counties'] }) {
    super(scope, id, props);
    this.logKey = this.key('LogKey');
    // Of all principals here the one that has a region in its name, and in the Chinese regions their ending.
    this.logKey.grantEncryptDecrypt(new ServicePrincipal(`logs.${this.region}.${this.urlSuffix}`));
    const accessLog = new Bucket(this, 'AccessLog', {
      ...privateBucket,
      encryption: BucketEncryption.S3_MANAGED,
      // Versioned, as all that is kept: what has expired is there for a month more, and then it goes.
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) }],
    });
    const bucket = (name: string, more: BucketProps = {}) =>
      new Bucket(this, name, {
        ...privateBucket,
        encryption: BucketEncryption.KMS,
        encryptionKey: this.key(`${name}Key`),
        bucketKeyEnabled: true,
        serverAccessLogsBucket: accessLog,
        serverAccessLogsPrefix: `${name.toLowerCase()}/`,
        ...more,
      });
    this.inbox = bucket('Inbox', {
      eventBridgeEnabled: true,
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(400), abortIncompleteMultipartUploadAfter: Duration.days(2) },
      ],
    });
    this.configuration = bucket('Configuration');
    this.reports = bucket('Reports', {
      // Each published object is locked until its own county's date, so the bucket sets no default.
      objectLockEnabled: true,
      lifecycleRules: [
        {
          transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(120) }],
          abortIncompleteMultipartUploadAfter: Duration.days(2),
        },
      ],
    });
    this.snapshots = bucket('Snapshots', {
      versioned: false,
      removalPolicy: RemovalPolicy.DESTROY,
      lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    this.outcomes = this.topic('Outcomes');
    this.alarms = this.topic('Alarms');
    for (const service of ringing) this.alarms.grantPublish(new ServicePrincipal(service));
    // People subscribe by hand: nobody is told of anything before.
    new CfnOutput(this, 'OutcomesTopic', { value: this.outcomes.topicArn });
    new CfnOutput(this, 'AlarmsTopic', { value: this.alarms.topicArn });
    for (const { code } of props.counties) this.findingKey(code);
  }

  /** The key under which one county's finding ids are made. Never rotated, since ids must not change. */
  private findingKey(county: string): void {
    new Secret(this, `FindingKey${county}`, {
      secretName: `${findingKeyPrefix}${county}/finding-key`,
      description: 'HMAC key of the finding ids of one county',
      // 64 hex digits: all other characters are left out.
      generateSecretString: {
        passwordLength: 64,
        excludeUppercase: true,
        excludePunctuation: true,
        excludeCharacters: 'ghijklmnopqrstuvwxyz',
        requireEachIncludedType: false,
      },
      encryptionKey: this.configuration.encryptionKey!,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private key(id: string): Key {
    return new Key(this, id, { enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
  }

  private topic(id: string): Topic {
    const key = this.key(`${id}Key`);
    for (const service of ringing) key.grantEncryptDecrypt(new ServicePrincipal(service));
    return new Topic(this, id, { masterKey: key, enforceSSL: true });
  }
}

/** Services that publish alarms. */
const ringing = ['cloudwatch.amazonaws.com', 'events.amazonaws.com'];

const privateBucket = {
  versioned: true,
  enforceSSL: true,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;
