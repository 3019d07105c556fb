/** What the state machine tries again: the fault lies between us and a service, and may pass. */
export class PassingFault extends Error {
  override readonly name = 'PassingFault';
}

/** What it does not: the same input would fail the same way. The message is the class of the error behind it, no more. */
export class ProgramFault extends Error {
  override readonly name = 'ProgramFault';
}

const passingNames =
  /^(?:SlowDown|ServiceUnavailable|InternalError|RequestTimeout|TimeoutError|ThrottlingException|Throttling|KMSThrottlingException|TooManyRequestsException)$/;
const passingCodes = /^(?:ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EAI_AGAIN|UND_ERR_SOCKET)$/;

/**
 * Stands in for an error at the edge of a function. The original's message may quote a value of a row, and the service
 * would log it and keep it in the state machine's history.
 */
export function edgeFault(error: unknown): PassingFault | ProgramFault {
  const {
    name = 'unknown',
    code,
    $metadata,
  } = Object(error) as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
  const passing = passingNames.test(name) || passingCodes.test(code ?? '') || ($metadata?.httpStatusCode ?? 0) >= 500;
  return new (passing ? PassingFault : ProgramFault)(name);
}
