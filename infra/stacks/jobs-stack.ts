import { ArnFormat, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type JobId, jobIds } from '../../schemas/job.ts';
import { endsForPeople, jobDefinition } from '../job-definition.ts';
import { type Access, ringOn, WatchedFunction } from '../watched-function.ts';
import { findingKeyPrefix, type StorageStack } from './storage-stack.ts';

/** Metrics of the handlers, as `functions/handlers/run-log.ts` writes them. */
const metricNamespace = 'Dibao';

/** The functions and, for each job, the state machine that strings them together. */
export class JobsStack extends Stack {
  readonly machines: Readonly<Record<JobId, StateMachine>>;
  readonly remindInputs: WatchedFunction;

  constructor(scope: Construct, id: string, props: StackProps & { readonly storage: StorageStack }) {
    super(scope, id, props);
    const { storage } = props;
    const environment = {
      INBOX_BUCKET: storage.inbox.bucketName,
      CONFIGURATION_BUCKET: storage.configuration.bucketName,
      REPORTS_BUCKET: storage.reports.bucketName,
      SNAPSHOTS_BUCKET: storage.snapshots.bucketName,
      OUTCOMES_TOPIC: storage.outcomes.topicArn,
      FINDING_KEY_PREFIX: findingKeyPrefix,
      METRIC_NAMESPACE: metricNamespace,
    };
    const watched = (handler: string, memory: number, timeout: Duration, access: readonly Access[], deadLetters = false) =>
      new WatchedFunction(this, pascalCase(handler), {
        handler,
        environment,
        access,
        memory,
        timeout,
        alarms: storage.alarms,
        logKey: storage.logKey,
        deadLetters,
      });

    // An object may go between its listing and its reading: missing, and not forbidden.
    const readInbox = [...reads(storage.inbox, '*'), ...lists(storage.inbox)];
    const readProfile = [...reads(storage.configuration, '*/county.json'), ...lists(storage.configuration)];
    const tell: Access[] = [
      { actions: ['sns:Publish'], resources: [storage.outcomes.topicArn] },
      { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [storage.outcomes.masterKey!.keyArn] },
    ];
    const checkArrival = watched(
      'check-arrival',
      1024,
      Duration.minutes(5),
      [...readInbox, ...readProfile, ...writes(storage.reports, '*/arrivals/*'), ...tell],
      true,
    );
    new Rule(this, 'Arrivals', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [storage.inbox.bucketName] } },
      },
      targets: [new LambdaFunction(checkArrival.function, { deadLetterQueue: checkArrival.deadLetterQueue!, retryAttempts: 2 })],
    });
    this.remindInputs = watched('remind-inputs', 256, Duration.minutes(2), [...lists(storage.inbox), ...tell], true);

    const listInputs = watched('list-inputs', 256, Duration.minutes(2), [
      ...lists(storage.inbox, storage.reports),
      ...readProfile,
      ...reads(storage.reports, '*/current.json'),
      ...writes(storage.snapshots, '*/basis.json'),
    ]);
    const readInput = watched('read-input', 1024, Duration.minutes(10), [
      ...readInbox,
      ...reads(storage.snapshots, '*/basis.json'),
      ...writes(storage.snapshots, '*.part'),
    ]);
    const publishRun = watched('publish-run', 256, Duration.minutes(5), [
      ...lists(storage.reports, storage.snapshots),
      ...reads(storage.reports, '*/current.json'),
      ...reads(storage.snapshots, '*/basis.json'),
      ...reads(storage.reports, '*/withdrawn.json'),
      ...writes(storage.reports, '*/current.json'),
      { actions: ['s3:PutObjectRetention'], resources: jobIds.map((job) => storage.reports.arnForObjects(`*/${job}/*`)) },
      {
        actions: ['s3:DeleteObject'],
        resources: [storage.reports.arnForObjects('*/refused.json'), storage.snapshots.arnForObjects('*')],
      },
    ]);
    const tellOutcome = watched('tell-outcome', 256, Duration.minutes(1), tell);
    const compareAccess = (job: JobId): Access[] => [
      ...lists(storage.reports),
      ...reads(storage.snapshots, `*/${job}/*`),
      // A write that meets an object there looks whose it is.
      ...reads(storage.reports, `*/${job}/*`),
      // A staged run and a refused one's list; never current.json.
      ...writes(storage.reports, `*/${job}/*/*`, `*/${job}/refused.json`),
      { actions: ['secretsmanager:GetSecretValue'], resources: [this.findingKeys()] },
      { actions: ['kms:Decrypt'], resources: [storage.configuration.encryptionKey!.keyArn] },
    ];
    this.machines = Object.fromEntries(
      jobIds.map((job) => {
        const compare = watched(job, 1024, Duration.minutes(15), compareAccess(job));
        const machine = this.machine(job, storage.logKey, {
          listInputs: listInputs.function,
          readInput: readInput.function,
          compare: compare.function,
          publishRun: publishRun.function,
          tellOutcome: tellOutcome.function,
        });
        this.alarm(job, machine, storage);
        return [job, machine];
      }),
    ) as unknown as Record<JobId, StateMachine>;
  }

  /** Of all counties, as a pattern: a role's policy has no room for a province's list. The service adds six characters. */
  private findingKeys(): string {
    return this.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${findingKeyPrefix}*/finding-key-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private machine(job: JobId, logKey: IKey, functions: Parameters<typeof jobDefinition>[2]): StateMachine {
    const id = pascalCase(job);
    const scope = new Construct(this, `${id}Steps`);
    return new StateMachine(this, `${id}Machine`, {
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: jobDefinition(scope, job, functions),
      timeout: Duration.hours(3),
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, `${id}MachineLog`, {
          logGroupName: `/aws/vendedlogs/states/dibao-${job}`,
          retention: RetentionDays.ONE_YEAR,
          encryptionKey: logKey,
          removalPolicy: RemovalPolicy.RETAIN,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
  }

  /**
   * Rings for an execution that ended badly for any reason but those that people were told of. The execution's own
   * failure metric can't tell the two apart, its status event can.
   */
  private alarm(job: JobId, machine: StateMachine, storage: StorageStack): void {
    const id = `${pascalCase(job)}Fault`;
    const rule = new Rule(this, `${id}Event`, {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: [machine.stateMachineArn],
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          error: [{ 'anything-but': [...endsForPeople] }, { exists: false }, null],
        },
      },
      targets: [
        new SnsTopic(storage.alarms, { message: RuleTargetInput.fromText(`dibao ${job}: an execution ended in a fault`) }),
      ],
    });
    const metric = new Metric({
      namespace: 'AWS/Events',
      metricName: 'TriggeredRules',
      dimensionsMap: { RuleName: rule.ruleName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
    ringOn(this, id, metric, storage.alarms);
  }
}

/** Listing buckets. Without it S3 answers a missing object as a forbidden one. */
function lists(...buckets: readonly IBucket[]): Access[] {
  return buckets.map((bucket) => ({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
}

/** Reading objects of one bucket under a key pattern, and its key. */
function reads(bucket: IBucket, pattern: string): Access[] {
  return [
    { actions: ['s3:GetObject'], resources: [bucket.arnForObjects(pattern)] },
    { actions: ['kms:Decrypt'], resources: [bucket.encryptionKey!.keyArn] },
  ];
}

/** Writing objects of one bucket under key patterns, and its key. */
function writes(bucket: IBucket, ...patterns: readonly string[]): Access[] {
  return [
    { actions: ['s3:PutObject', 's3:AbortMultipartUpload'], resources: patterns.map((pattern) => bucket.arnForObjects(pattern)) },
    { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [bucket.encryptionKey!.keyArn] },
  ];
}

function pascalCase(kebab: string): string {
  return kebab.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
