import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import type { ObjectStore } from '../functions/jobs/ports.ts';
import { s3Store } from '../functions/storage/s3-store.ts';
import { type S3TestServer, startS3TestServer } from '../functions/storage/s3-test-server.ts';
import type { JobId } from '../schemas/job.ts';
import { enforceRoles } from './role-policies.ts';
import { type Execution, runStateMachine } from './state-machine-driver/run-state-machine.ts';
import { synthesizedMachines } from './synthesized-machines.ts';

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/** Called before a function is; may throw in its place. `call` counts the function's calls from 1. */
export type Interference = (handler: string, call: number, payload: unknown) => void | Promise<void>;

export interface LocalCloud {
  readonly server: S3TestServer;
  readonly stores: Readonly<Record<'inbox' | 'configuration' | 'reports' | 'snapshots', ObjectStore>>;
  /** What people were told, in order; `county` is what a subscription can filter by. */
  readonly told: { readonly county: string; readonly subject: string; readonly message: string }[];
  /** Every line that the functions logged. */
  readonly logged: string[];
  /** Seconds that retries would have waited. */
  readonly waits: number[];
  run(job: JobId, input: object, options?: { readonly name?: string; readonly interfere?: Interference }): Promise<Execution>;
  call(handler: string, event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * The synthesized state machines over the real handlers and a real S3 server on this machine, each handler with what its
 * role allows in S3 and no more. Two services have no local server and are mocked: the secret holds `key`, and what is
 * published to the topic is kept in `told`.
 */
export async function startLocalCloud(key: string): Promise<LocalCloud> {
  const server = await startS3TestServer();
  const names = { inbox: 'inbox', configuration: 'configuration', reports: 'reports', snapshots: 'snapshots' } as const;
  for (const name of Object.values(names)) await server.newBucket(name);
  const stores = Object.fromEntries(
    Object.values(names).map((name) => [name, s3Store(server.client(), name)]),
  ) as unknown as LocalCloud['stores'];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: server.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    INBOX_BUCKET: names.inbox,
    CONFIGURATION_BUCKET: names.configuration,
    REPORTS_BUCKET: names.reports,
    SNAPSHOTS_BUCKET: names.snapshots,
    OUTCOMES_TOPIC: 'arn:aws-cn:sns:cn-north-1:0:outcomes',
    FINDING_KEY_PREFIX: 'dibao/',
    METRIC_NAMESPACE: 'Dibao',
  });
  const secrets = mockClient(SecretsManagerClient);
  secrets.on(GetSecretValueCommand).resolves({ SecretString: key });
  const topic = mockClient(SNSClient);
  const told: { county: string; subject: string; message: string }[] = [];
  topic.on(PublishCommand).callsFake(({ Subject, Message, MessageAttributes }: PublishCommandInput) => {
    told.push({ county: MessageAttributes?.['county']?.StringValue ?? '', subject: Subject ?? '', message: Message ?? '' });
    return {};
  });
  const logged: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string, ...rest: never[]) => {
    if (typeof chunk === 'string' && chunk.startsWith('{')) return logged.push(chunk) > 0;
    return write(chunk, ...rest);
  }) as typeof process.stdout.write;

  const { machines, handlers, policies } = synthesizedMachines();
  const roles = enforceRoles(policies);
  const waits: number[] = [];
  const call = async (handler: string, event: unknown) => {
    const module = (await import(`../functions/handlers/${handler}.ts`)) as { handler: Handler };
    // Between functions there is JSON and nothing else.
    const answer = await roles.as(handler, () => module.handler(JSON.parse(JSON.stringify(event)), {}));
    return answer === undefined ? null : JSON.parse(JSON.stringify(answer));
  };
  return {
    server,
    stores,
    told,
    logged,
    waits,
    call,
    run: (job, input, { name = 'run-1', interfere } = {}) => {
      const calls = new Map<string, number>();
      return runStateMachine(machines[job], input, {
        executionName: name,
        invoke: async (functionName, payload) => {
          const handler = handlers.get(functionName);
          if (handler === undefined) throw new Error(`No function ${functionName}`);
          calls.set(handler, (calls.get(handler) ?? 0) + 1);
          await interfere?.(handler, calls.get(handler)!, payload);
          return call(handler, payload);
        },
        sleep: async (seconds) => void waits.push(seconds),
        random: () => 0.5,
      });
    },
    stop: async () => {
      process.stdout.write = write;
      roles.restore();
      secrets.restore();
      topic.restore();
      await server.stop();
    },
  };
}

/** Puts a county's folder of a laptop inbox into the inbox bucket, its profile into the configuration bucket. */
export async function upload({ stores }: LocalCloud, inbox: string, county: string, period: string): Promise<void> {
  const folder = join(inbox, county, period);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(folder, path)).isFile()) continue;
    const key = `${county}/${period}/${path.replaceAll('\\', '/')}`;
    await stores.inbox.write(key, Readable.from([readFileSync(join(folder, path))]));
  }
  await stores.configuration.write(`${county}/county.json`, readFileSync(join(inbox, county, 'county.json')));
}
