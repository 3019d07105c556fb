import { tmpdir } from 'node:os';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import manifest from '../../package.json' with { type: 'json' };
import type { ObjectStore, ReportPublisher, RunShelf } from '../jobs/ports.ts';
import type { RunKey } from '../jobs/steps/step-request.ts';
import { newS3Client } from '../storage/s3-client.ts';
import { s3Publisher } from '../storage/s3-publisher.ts';
import { s3RunShelf } from '../storage/s3-run-shelf.ts';
import { s3Store } from '../storage/s3-store.ts';
import type { Environment } from './environment.ts';

/** The ports of a deployed function. Which of them it may use is its role's matter. */
export interface Deployed {
  readonly inbox: ObjectStore;
  readonly configuration: ObjectStore;
  readonly reports: ObjectStore;
  readonly snapshots: ObjectStore;
  readonly shelf: RunShelf;
  readonly publisher: ReportPublisher;
  /** Key of a county's finding ids. */
  findingKey(county: string): Promise<RunKey>;
  /** Sends words to a county's people, who subscribe to their county's. Nothing personal belongs into them. */
  tell(county: string, subject: string, message: string): Promise<void>;
}

export const programVersion: string = manifest.version;

/** Clients outlive an invocation, since connections are dear. */
const clients = { s3: newS3Client(), secrets: new SecretsManagerClient({}), sns: new SNSClient({}) };

export function deployed(environment: Environment): Deployed {
  const { s3, secrets, sns } = clients;
  const reports = s3Store(s3, environment.REPORTS_BUCKET);
  return {
    inbox: s3Store(s3, environment.INBOX_BUCKET),
    configuration: s3Store(s3, environment.CONFIGURATION_BUCKET),
    reports,
    snapshots: s3Store(s3, environment.SNAPSHOTS_BUCKET),
    shelf: s3RunShelf(s3, environment.REPORTS_BUCKET),
    publisher: s3Publisher(reports, tmpdir()),
    findingKey: async (county) => {
      const SecretId = `${environment.FINDING_KEY_PREFIX}${county}/finding-key`;
      const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId }));
      if (!/^[0-9a-f]{64}$/.test(SecretString)) throw new Error('a finding key is not 64 hex digits');
      return { bytes: Buffer.from(SecretString, 'hex'), sample: false };
    },
    tell: async (county, Subject, Message) => {
      const MessageAttributes = { county: { DataType: 'String', StringValue: county } };
      await sns.send(new PublishCommand({ TopicArn: environment.OUTCOMES_TOPIC, Subject, Message, MessageAttributes }));
    },
  };
}
