/** What the state machine tries again: the fault lies between us and a service, and may pass. */
export class PassingFault extends Error {
  override readonly name = 'PassingFault';
}

/** What it does not: the same input would fail the same way. The message is the class of the error behind it, no more. */
export class ProgramFault extends Error {
  override readonly name = 'ProgramFault';
}

/** Throttling, a service's own trouble, two writes of a key at once, bytes that were changed on their way up. */
const passingNames = new Set([
  ...['SlowDown', 'Throttling', 'Throttled', 'ThrottledException', 'ThrottlingException', 'KMSThrottlingException'],
  ...['RequestLimitExceeded', 'TooManyRequestsException', 'ServiceUnavailable', 'InternalError'],
  ...['RequestTimeout', 'TimeoutError', 'ConditionalRequestConflict', 'BadDigest'],
  // Of the store: others published again and again while a run tried to.
  'WriteConditionFailed',
]);
const passingCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET']);

/**
 * Stands in for an error at the edge of a function. The original's message may quote a value of a row, and the service
 * would log it and keep it in the state machine's history.
 */
export function edgeFault(error: unknown): PassingFault | ProgramFault {
  const { name = 'unknown', code = '', message = '', $metadata } = Object(error) as Partial<ServiceError>;
  const status = $metadata?.httpStatusCode ?? 0;
  // The SDK has no class of its own for an answer whose bytes were changed on their way down.
  if (name === 'Error' && message.startsWith('Checksum mismatch: expected ')) return new PassingFault('ChecksumMismatch');
  const passing = passingNames.has(name) || passingCodes.has(code) || status === 429 || status >= 500;
  return new (passing ? PassingFault : ProgramFault)(name);
}

interface ServiceError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly $metadata: { readonly httpStatusCode?: number };
}
