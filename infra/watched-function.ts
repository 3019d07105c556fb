import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** What a function may do: actions on resources, nothing inherited from a grant. */
export interface Access {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface WatchedFunctionProps {
  /** File of `functions/handlers`, without ending. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly access: readonly Access[];
  readonly memory: number;
  readonly timeout: Duration;
  /** Faults ring here. */
  readonly alarms: ITopic;
  readonly logKey: IKey;
  /** Invoked by events rather than by a state machine: what fails twice is kept in a dead-letter queue. */
  readonly deadLetters?: boolean;
}

/**
 * A Lambda with its alarm. Its role can write its own log and what `access` names. The alarm counts faults of the
 * program; a refused file is an ordinary answer of the function and rings nobody.
 */
export class WatchedFunction extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;
  readonly deadLetterQueue: Queue | undefined;

  constructor(scope: Construct, id: string, props: WatchedFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_YEAR,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.allow({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroup.logGroupArn}:*`] });
    for (const access of props.access) this.allow(access);
    this.deadLetterQueue = props.deadLetters
      ? new Queue(this, 'DeadLetters', {
          encryption: QueueEncryption.SQS_MANAGED,
          enforceSSL: true,
          retentionPeriod: Duration.days(14),
        })
      : undefined;
    this.function = new NodejsFunction(this, 'Function', {
      entry: fileURLToPath(new URL(`../functions/handlers/${props.handler}.ts`, import.meta.url)),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      memorySize: props.memory,
      timeout: props.timeout,
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      ...(this.deadLetterQueue === undefined ? {} : { deadLetterQueue: this.deadLetterQueue }),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        // The SDK that was tested, not the one that the runtime happens to have.
        bundleAwsSDK: true,
        // CommonJS packages inside an ES module bundle still call `require`.
        banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
      projectRoot: fileURLToPath(new URL('..', import.meta.url)),
      depsLockFilePath: fileURLToPath(new URL('../package-lock.json', import.meta.url)),
    });
    if (this.deadLetterQueue !== undefined)
      this.allow({ actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] });
    ringOn(this, 'Faults', this.function.metricErrors({ period: Duration.minutes(5) }), props.alarms);
    if (this.deadLetterQueue !== undefined) {
      ringOn(this, 'Undelivered', this.deadLetterQueue.metricApproximateNumberOfMessagesVisible(), props.alarms);
    }
  }

  private allow(access: Access): void {
    this.role.addToPolicy(new PolicyStatement({ actions: [...access.actions], resources: [...access.resources] }));
  }
}

/** An alarm that rings at the first fault and says nothing while there is no data. */
export function ringOn(scope: Construct, id: string, metric: IMetric, topic: ITopic): Alarm {
  const alarm = new Alarm(scope, id, {
    metric,
    threshold: 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${Stack.of(scope).stackName}: ${scope.node.path}`,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  return alarm;
}
