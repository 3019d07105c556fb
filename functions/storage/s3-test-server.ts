import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { type S3Proxy, startS3Proxy } from './s3-proxy.ts';

/** A real S3-compatible server on this machine, behind the proxy that holds it to what it ignores. For tests. */
export interface S3TestServer {
  readonly proxy: S3Proxy;
  readonly endpoint: string;
  client(): S3Client;
  /** Makes an empty bucket and gives its name. */
  newBucket(name?: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startS3TestServer(options: { readonly enforceConditions?: boolean } = {}): Promise<S3TestServer> {
  const server = await startFauxqs({ port: 0, logger: false });
  const proxy = await startS3Proxy(server.port, options);
  const endpoint = `http://127.0.0.1:${proxy.port}`;
  const client = () =>
    new S3Client({
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      retryMode: 'standard',
      maxAttempts: 4,
    });
  return {
    proxy,
    endpoint,
    client,
    newBucket: async (name = `b-${randomUUID()}`) => {
      await client().send(new CreateBucketCommand({ Bucket: name }));
      return name;
    },
    stop: async () => {
      await proxy.stop();
      await server.stop();
    },
  };
}
