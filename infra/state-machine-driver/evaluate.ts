import jsonata from 'jsonata';

/** An error as a state machine sees it: what `ErrorEquals` names and what `$states.errorOutput` shows. */
export class StateFailure extends Error {
  readonly error: string;
  override readonly cause: string;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** Names that expressions may use: `$states` and the variables assigned so far. */
export type Scope = Readonly<Record<string, unknown>>;

const expressions = new Map<string, ReturnType<typeof jsonata>>();

/**
 * Fills every `{% … %}` of a template. An expression that gives nothing, or calls a function that JSONata does not have,
 * fails the state as the service does.
 */
export async function evaluate(template: unknown, scope: Scope): Promise<unknown> {
  if (typeof template === 'string') {
    const expression = /^\{%([\s\S]*)%\}$/.exec(template)?.[1];
    return expression === undefined ? template : evaluateExpression(expression, scope);
  }
  if (Array.isArray(template)) return Promise.all(template.map((item) => evaluate(item, scope)));
  if (template !== null && typeof template === 'object') {
    const filled: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(template)) filled[key] = await evaluate(value, scope);
    return filled;
  }
  return template;
}

async function evaluateExpression(text: string, scope: Scope): Promise<unknown> {
  let expression = expressions.get(text);
  if (expression === undefined) {
    expression = jsonata(text);
    expressions.set(text, expression);
  }
  let value: unknown;
  try {
    value = await expression.evaluate(undefined, scope);
  } catch (fault) {
    throw new StateFailure('States.QueryEvaluationError', `${text.trim()}: ${(fault as Error).message}`);
  }
  if (value === undefined) throw new StateFailure('States.QueryEvaluationError', `${text.trim()} gives nothing`);
  // The library's arrays carry a hidden mark of their own; messages are plain JSON.
  return JSON.parse(JSON.stringify(value));
}
