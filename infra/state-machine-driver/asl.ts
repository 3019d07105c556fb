/**
 * The part of the Amazon States Language that our definitions use, JSONata only. The driver refuses whatever is not
 * written here, so that a definition never passes locally by means of something that was silently ignored.
 */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly BackoffRate?: number;
  readonly MaxAttempts?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
}

export interface ChoiceRule {
  readonly Condition: string;
  readonly Next: string;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
}

export interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Comment?: string;
  readonly Resource?: string;
  readonly Arguments?: unknown;
  readonly Assign?: Readonly<Record<string, unknown>>;
  readonly Output?: unknown;
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
  readonly Choices?: readonly ChoiceRule[];
  readonly Default?: string;
  readonly Items?: unknown;
  readonly ItemSelector?: unknown;
  readonly ItemProcessor?: StateGraph & { readonly ProcessorConfig?: { readonly Mode: string; readonly ExecutionType?: string } };
  readonly MaxConcurrency?: number;
  readonly ToleratedFailurePercentage?: number;
  readonly Label?: string;
  readonly Error?: string;
  readonly Cause?: string;
  readonly TimeoutSeconds?: number;
  readonly QueryLanguage?: string;
}

export interface StateGraph {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

export interface Definition extends StateGraph {
  readonly QueryLanguage?: string;
  readonly TimeoutSeconds?: number;
  readonly Comment?: string;
}

const everyState = ['Type', 'Comment', 'QueryLanguage', 'Assign', 'Output', 'Next', 'End'];

/** The fields that the driver carries out, by state type. */
export const knownFields: Readonly<Record<string, readonly string[]>> = {
  Task: [...everyState, 'Resource', 'Arguments', 'Retry', 'Catch', 'TimeoutSeconds'],
  Map: [
    ...everyState,
    'Items',
    'ItemSelector',
    'ItemProcessor',
    'MaxConcurrency',
    'ToleratedFailurePercentage',
    'Label',
    'Retry',
    'Catch',
  ],
  Choice: [...everyState, 'Choices', 'Default'],
  Pass: everyState,
  Succeed: everyState,
  Fail: ['Type', 'Comment', 'QueryLanguage', 'Error', 'Cause'],
};
