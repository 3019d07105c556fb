import { AsyncLocalStorage } from 'node:async_hooks';
import { S3Client } from '@aws-sdk/client-s3';
import type { Template } from 'aws-cdk-lib/assertions';

/** What the functions' roles allow in S3. A resource is `<bucket>` or `<bucket>/<key>`, buckets by the names of StorageStack. */
export interface RolePolicies {
  allows(handler: string, action: string, resource: string): boolean;
}

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly RegExp[];
}

/** Reads the policies out of the template of DibaoJobs. `handlers`: logical ids of its functions → their handlers. */
export function rolePolicies(template: Template, handlers: ReadonlyMap<string, string>): RolePolicies {
  const statementsOfRole = new Map<string, Statement[]>();
  for (const { Properties } of Object.values(template.findResources('AWS::IAM::Policy'))) {
    const statements = (Properties.PolicyDocument.Statement as PolicyStatement[]).map(statementOf);
    for (const { Ref } of Properties.Roles as { Ref: string }[]) {
      statementsOfRole.set(Ref, [...(statementsOfRole.get(Ref) ?? []), ...statements]);
    }
  }
  const statementsOf = new Map<string, readonly Statement[]>();
  for (const [id, { Properties }] of Object.entries(template.findResources('AWS::Lambda::Function'))) {
    statementsOf.set(handlers.get(id) ?? '', statementsOfRole.get(Properties.Role['Fn::GetAtt'][0]) ?? []);
  }
  return {
    allows: (handler, action, resource) =>
      (statementsOf.get(handler) ?? []).some(
        ({ actions, resources }) => actions.includes(action) && resources.some((pattern) => pattern.test(resource)),
      ),
  };
}

interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** Refuses what it can't enforce, so that no policy passes here by something that was silently ignored. */
function statementOf({ Effect, Action, Resource, Condition }: PolicyStatement): Statement {
  const actions = [Action].flat() as string[];
  const inS3 = actions.some((action) => action.startsWith('s3:'));
  if (inS3 && (Effect !== 'Allow' || Condition !== undefined || actions.some((action) => action.includes('*')))) {
    throw new Error(`${actions.join(', ')}: a statement that the local cloud can not enforce`);
  }
  return { actions, resources: [Resource].flat().map((resource) => matching(nameOf(resource))) };
}

/** `<bucket>` or `<bucket>/<pattern>`; what is not in a bucket keeps its text, which no bucket's name begins. */
function nameOf(resource: unknown): string {
  const text = textOf(resource);
  const inBucket = /FnGetAtt(Inbox|Configuration|Reports|Snapshots)[0-9A-F]{8}Arn[0-9A-F]{8}(.*)$/.exec(text);
  return inBucket === null ? text : `${inBucket[1]!.toLowerCase()}${inBucket[2]}`;
}

function textOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { 'Fn::Join': join, 'Fn::ImportValue': imported } = resource as {
    'Fn::Join'?: [string, unknown[]];
    'Fn::ImportValue'?: string;
  };
  return join === undefined ? (imported ?? JSON.stringify(resource)) : join[1].map(textOf).join(join[0]);
}

/** IAM's `*` goes over slashes too. */
function matching(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

const actionOf: Readonly<Record<string, string>> = {
  GetObjectCommand: 's3:GetObject',
  HeadObjectCommand: 's3:GetObject',
  PutObjectCommand: 's3:PutObject',
  CreateMultipartUploadCommand: 's3:PutObject',
  UploadPartCommand: 's3:PutObject',
  CompleteMultipartUploadCommand: 's3:PutObject',
  AbortMultipartUploadCommand: 's3:AbortMultipartUpload',
  DeleteObjectCommand: 's3:DeleteObject',
  ListObjectsV2Command: 's3:ListBucket',
  PutObjectRetentionCommand: 's3:PutObjectRetention',
};

interface Command {
  readonly input: { readonly Bucket?: string; readonly Key?: string };
}

type Send = (this: S3Client, command: Command, ...rest: unknown[]) => Promise<unknown>;

/**
 * Holds every S3 command that is sent inside `as` to the role of that handler, as the service would: what it does not
 * allow is denied, and so is a missing object of a bucket that the role may not list. For tests.
 */
export function enforceRoles(policies: RolePolicies): {
  as<T>(handler: string, work: () => Promise<T>): Promise<T>;
  restore(): void;
} {
  const running = new AsyncLocalStorage<string>();
  const client = S3Client.prototype as unknown as { send: Send };
  const send = client.send;
  client.send = async function (command, ...rest) {
    const handler = running.getStore();
    if (handler === undefined) return send.call(this, command, ...rest);
    const { Bucket = '', Key } = command.input;
    const action = actionOf[command.constructor.name];
    if (action === undefined) throw new Error(`${command.constructor.name} is not known to the local cloud`);
    if (!policies.allows(handler, action, Key === undefined ? Bucket : `${Bucket}/${Key}`)) throw accessDenied();
    try {
      return await send.call(this, command, ...rest);
    } catch (error) {
      throw isMissing(error) && !policies.allows(handler, 's3:ListBucket', Bucket) ? accessDenied() : error;
    }
  };
  return {
    as: (handler, work) => running.run(handler, work),
    restore: () => {
      client.send = send;
    },
  };
}

function isMissing(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes((error as Error).name);
}

function accessDenied(): Error {
  return Object.assign(new Error('AccessDenied'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
}
