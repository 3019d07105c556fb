import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32 } from 'node:zlib';

/** What the proxy does to the next requests whose method it names; `times` counts down. */
export type Fault =
  | { readonly kind: 'delay'; readonly method: string; readonly times: number; readonly milliseconds: number }
  /** 503 SlowDown. */
  | { readonly kind: 'throttle'; readonly method: string; readonly times: number }
  /** Closes the connection in the middle of the answer's body. */
  | { readonly kind: 'cut'; readonly method: string; readonly times: number }
  /** Carries the request out and loses the answer. */
  | { readonly kind: 'lose-answer'; readonly method: string; readonly times: number }
  /** Carries the request out twice. */
  | { readonly kind: 'repeat'; readonly method: string; readonly times: number }
  /** Changes one byte of the request's body, or of the answer's on GET. */
  | { readonly kind: 'corrupt'; readonly method: string; readonly times: number };

export interface S3Proxy {
  readonly port: number;
  fault(fault: Fault): void;
  /** Requests that reached the proxy, as `METHOD /path`. */
  readonly requests: string[];
  /** Until when an object is locked, by `/bucket/key`. */
  readonly retained: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/**
 * Stands before a local S3 server and enforces what S3 promises and that server ignores: conditions on writes, one write
 * of a key at a time, checksums of what is sent. Also makes trouble on demand. Loopback only, for tests.
 */
export async function startS3Proxy(upstream: number, options: { readonly enforceConditions?: boolean } = {}): Promise<S3Proxy> {
  const faults: Fault[] = [];
  const requests: string[] = [];
  const retained = new Map<string, string>();
  const turns = new Map<string, Promise<unknown>>();
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });

  function nextFault(method: string): Fault | undefined {
    const index = faults.findIndex((fault) => fault.method === method);
    const fault = faults[index];
    if (fault === undefined) return undefined;
    if (fault.times > 1) faults[index] = { ...fault, times: fault.times - 1 };
    else faults.splice(index, 1);
    return fault;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? 'GET';
    const url = incoming.url ?? '/';
    requests.push(`${method} ${url.split('?')[0]}`);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    let body: Buffer = Buffer.concat(chunks);
    const fault = nextFault(method);
    if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    if (fault?.kind === 'throttle') return reply(outgoing, refusal(503, 'SlowDown'));
    if (fault?.kind === 'corrupt' && method !== 'GET') body = withOneByteChanged(body);
    if (!checksumHolds(incoming, body)) return reply(outgoing, refusal(400, 'BadDigest'));
    // The server takes a retention for a new body of the object, so it must not reach it.
    if (method === 'PUT' && /[?&]retention(?:[=&]|$)/.test(url)) {
      retained.set(decodeURIComponent(url.split('?')[0]!), /<RetainUntilDate>([^<]*)/.exec(body.toString())?.[1] ?? '');
      return reply(outgoing, { status: 200, headers: {}, body: Buffer.alloc(0) });
    }

    const forward = () => send(upstream, method, url, incoming.headers, body);
    const answer = await inTurn(url.split('?')[0]!, async () => {
      const failed = options.enforceConditions === false ? undefined : await failedCondition(incoming, url);
      if (failed !== undefined) return failed;
      if (fault?.kind === 'repeat') await forward();
      return forward();
    });
    if (fault?.kind === 'lose-answer') return void outgoing.destroy();
    if (fault?.kind === 'cut') return cut(outgoing, answer);
    if (fault?.kind === 'corrupt' && method === 'GET')
      return reply(outgoing, { ...answer, body: withOneByteChanged(answer.body) });
    reply(outgoing, answer);
  }

  /** Conditions hold at the write that makes the object appear: a put without part number, or the end of a multipart upload. */
  async function failedCondition(incoming: IncomingMessage, url: string): Promise<Answer | undefined> {
    const ifNoneMatch = incoming.headers['if-none-match'];
    const ifMatch = incoming.headers['if-match'];
    const appears =
      (incoming.method === 'PUT' && !url.includes('partNumber=')) || (incoming.method === 'POST' && url.includes('uploadId='));
    if (!appears || (ifNoneMatch === undefined && ifMatch === undefined)) return undefined;
    const standing = await send(upstream, 'HEAD', url.split('?')[0]!, { host: incoming.headers.host }, Buffer.alloc(0));
    const tag = standing.status === 200 ? standing.headers.etag : undefined;
    if (ifNoneMatch === '*' && tag !== undefined) return refusal(412, 'PreconditionFailed');
    if (ifMatch !== undefined && tag === undefined) return refusal(404, 'NoSuchKey');
    if (ifMatch !== undefined && ifMatch !== tag) return refusal(412, 'PreconditionFailed');
    return undefined;
  }

  /** Work on one path waits for the work before it, so that check and write are one step. */
  function inTurn<T>(path: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(path) ?? Promise.resolve()).then(work, work);
    turns.set(
      path,
      turn.catch(() => undefined),
    );
    return turn;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fault: (fault) => void faults.push(fault),
    requests,
    retained,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(port: number, method: string, path: string, headers: IncomingMessage['headers'], body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { 'transfer-encoding': _, connection: __, expect: ___, ...kept } = headers;
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...kept, 'content-length': body.length }, agent: false },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk as Buffer);
        resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: Buffer.concat(chunks) });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function reply(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  outgoing.writeHead(status, body.length > 0 ? { ...kept, 'content-length': body.length } : kept);
  outgoing.end(body);
}

function cut(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  outgoing.write(body.subarray(0, body.length >> 1), () => outgoing.destroy());
}

function refusal(status: number, code: string): Answer {
  const body = Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

/** The checksum that the client sends in a header, as S3 compares it. Chunked bodies carry theirs inside and are let through. */
function checksumHolds(incoming: IncomingMessage, body: Buffer): boolean {
  const stated = incoming.headers['x-amz-checksum-crc32'];
  if (typeof stated !== 'string' || incoming.headers['content-encoding']?.includes('aws-chunked')) return true;
  if (incoming.method === 'POST') return true;
  const actual = Buffer.alloc(4);
  actual.writeUInt32BE(crc32(body));
  return stated === actual.toString('base64');
}

function withOneByteChanged(body: Buffer): Buffer {
  const changed = Buffer.from(body);
  const middle = changed.length >> 1;
  if (changed.length > 0) changed[middle] = changed[middle]! ^ 1;
  return changed;
}
