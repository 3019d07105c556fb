import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Chain,
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  Fail,
  JitterType,
  Pass,
  ProcessorMode,
  ProcessorType,
  ProvideItems,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { JobId } from '../schemas/job.ts';

/** The functions behind a job's steps. */
export interface JobFunctions {
  readonly listInputs: IFunction;
  readonly readInput: IFunction;
  readonly compare: IFunction;
  readonly publishRun: IFunction;
  readonly tellOutcome: IFunction;
}

/** Failure states that call for the county's people, not for us. */
export const endsForPeople = ['InputRefused', 'Stopped'] as const;

const request = '$states.input';
const emptyCounts = { rows: 0, rejects: 0, findings: 0, refusals: 0 };

/**
 * The steps of a job. The outer map goes over counties, so that one county and a whole province are one definition: a
 * county's run is a child execution, and what goes wrong in it stays in it until all are through.
 *
 * Input: `{ counties: string[], scheduledTime: string, period?: string, force?: boolean, acceptedPeriods?: string[] }`. It
 * ends in `InputRefused` or `Stopped` when a county's input or figures call for people, in `ProgramFault` when the fault is
 * ours, or when people could not be told.
 */
export function jobDefinition(scope: Construct, job: JobId, functions: JobFunctions): DefinitionBody {
  const counties = DistributedMap.jsonata(scope, 'EachCounty', {
    items: ProvideItems.jsonata('{% $states.input.counties %}'),
    itemSelector: {
      job,
      county: '{% $states.context.Map.Item.Value %}',
      run: '{% $states.context.Execution.Name %}',
      scheduledTime: '{% $states.input.scheduledTime %}',
      period: "{% $exists($states.input.period) ? $states.input.period : '' %}",
      force: '{% $exists($states.input.force) ? $states.input.force : false %}',
      acceptedPeriods: '{% $exists($states.input.acceptedPeriods) ? $states.input.acceptedPeriods : [] %}',
    },
    maxConcurrency: 20,
    // A county whose execution broke must not end the others: how they all ended is read when they are through.
    toleratedFailurePercentage: 100,
    label: 'EachCounty',
    mapExecutionType: StateMachineType.STANDARD,
  });
  distribute(counties, countyRun(scope, job, functions));

  const programFault = Fail.jsonata(scope, 'ProgramFault', {
    error: 'ProgramFault',
    cause: 'A step failed after all tries; see the county map',
  });
  const inputRefused = Fail.jsonata(scope, 'InputRefused', {
    error: 'InputRefused',
    cause: 'An input was refused; its sender has been told',
  });
  const stopped = Fail.jsonata(scope, 'Stopped', {
    error: 'Stopped',
    cause: 'The breaker stopped a run; the county has been told',
  });
  const ended = (outcome: string) => Condition.jsonata(`{% '${outcome}' in $states.input.outcome %}`);
  // A child that broke, or that its timeout ended, leaves no outcome.
  const missing = Condition.jsonata('{% $count($states.input.outcome) < $count($states.context.Execution.Input.counties) %}');
  return DefinitionBody.fromChainable(
    Chain.start(counties).next(
      Choice.jsonata(scope, 'HowDidTheyEnd')
        .when(missing, programFault)
        .when(ended('failed'), programFault)
        .when(ended('refused'), inputRefused)
        .when(ended('stopped'), stopped)
        .otherwise(Succeed.jsonata(scope, 'Done')),
    ),
  );
}

function countyRun(scope: Construct, job: JobId, functions: JobFunctions): Chain {
  const failedOutcome = { job, county: '{% $county %}', period: '{% $period %}', outcome: 'failed', ...emptyCounts };
  const failed = Pass.jsonata(scope, 'FaultOutcome', { outputs: failedOutcome });
  // People were not told: what was published stands, and operators must hear of it.
  const notTold = Pass.jsonata(scope, 'NotTold', { outputs: failedOutcome });
  failed.next(step(scope, 'TellFault', functions.tellOutcome, { catchTo: notTold }));

  // Names the county before anything can fail, so that a fault can be told of it.
  const begin = Pass.jsonata(scope, 'Begin', {
    assign: { county: `{% ${request}.county %}`, period: `{% ${request}.period %}` },
  });
  const list = step(scope, 'ListInputs', functions.listInputs, {
    catchTo: failed,
    assign: { period: '{% $states.result.Payload.period %}', inputs: '{% $states.result.Payload %}' },
  });
  const files = DistributedMap.jsonata(scope, 'EachFile', {
    items: ProvideItems.jsonata(`{% ${request}.files %}`),
    itemSelector: {
      job: `{% ${request}.job %}`,
      county: `{% ${request}.county %}`,
      period: `{% ${request}.period %}`,
      force: `{% ${request}.force %}`,
      run: `{% ${request}.run %}`,
      snapshots: `{% ${request}.snapshots %}`,
      file: '{% $states.context.Map.Item.Value %}',
    },
    maxConcurrency: 20,
    label: 'EachFile',
    mapExecutionType: StateMachineType.STANDARD,
    // How each file was read stands in its snapshot; a message of all would outgrow the service's.
    outputs: '{% $inputs %}',
  });
  distribute(files, Chain.start(step(scope, 'ReadInput', functions.readInput)));
  files.addCatch(failed);
  const compare = step(scope, 'Compare', functions.compare, { catchTo: failed });
  const publish = step(scope, 'Publish', functions.publishRun, { catchTo: failed });
  const tell = step(scope, 'Tell', functions.tellOutcome, { catchTo: notTold });
  return begin
    .next(list)
    .next(files)
    .next(compare)
    .next(
      Choice.jsonata(scope, 'Ready')
        .when(Condition.jsonata(`{% ${request}.outcome = 'ready' %}`), publish.next(tell))
        .otherwise(step(scope, 'Discard', functions.publishRun, { catchTo: failed }).next(tell)),
    );
}

interface StepOptions {
  readonly catchTo?: Pass;
  readonly assign?: Record<string, unknown>;
}

/** Each item becomes an execution of its own. The library wants the type of execution twice and warns that it reads it once. */
function distribute(map: DistributedMap, item: Chain): void {
  map.itemProcessor(item, { mode: ProcessorMode.DISTRIBUTED, executionType: ProcessorType.STANDARD });
  Validations.of(map).acknowledge({
    id: 'Annotation::@aws-cdk/aws-stepfunctions:propertyIgnored',
    reason: 'Without it the same library refuses the map',
  });
}

/** One function of the run. What may pass is tried again with jitter; a schema fault or a refusal never is. */
function step(scope: Construct, id: string, handler: IFunction, { catchTo, assign }: StepOptions = {}): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, id, {
    lambdaFunction: handler,
    payload: TaskInput.fromText('{% $states.input %}'),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(Duration.minutes(15)),
    ...(assign === undefined ? {} : { assign }),
  });
  task.addRetry({
    errors: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'Sandbox.Timedout',
      'PassingFault',
    ],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 4,
    maxDelay: Duration.minutes(1),
    jitterStrategy: JitterType.FULL,
  });
  if (catchTo !== undefined) task.addCatch(catchTo);
  return task;
}
