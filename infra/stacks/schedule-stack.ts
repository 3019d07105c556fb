import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type JobId, jobIds } from '../../schemas/job.ts';
import type { Configuration } from '../configuration.ts';
import { ringOn } from '../watched-function.ts';
import type { JobsStack } from './jobs-stack.ts';
import type { StorageStack } from './storage-stack.ts';

/**
 * The county plan's calendar, at two in the morning in Asia/Shanghai. The half-yearly comparison speaks of the half that
 * has just ended; the payout job runs the day after the day by which a quarter's money must be paid. A reminder of missing
 * inputs goes out three days before each.
 */
export const calendar: Readonly<Record<JobId, { readonly run: string; readonly remind: string }>> = {
  'half-year': { run: 'cron(0 2 5 1,7 ? *)', remind: 'cron(0 9 2 1,7 ? *)' },
  payout: { run: 'cron(0 2 11 1,4,7,10 ? *)', remind: 'cron(0 9 8 1,4,7,10 ? *)' },
};

/** The schedule's own clock, so that a delayed start still asks for its period. */
const scheduledTime = '<aws.scheduler.scheduled-time>';

/** When what runs. One schedule a job for all counties, and one for each county that keeps its own calendar. */
export class ScheduleStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      readonly storage: StorageStack;
      readonly jobs: JobsStack;
      readonly counties: Configuration['counties'];
    },
  ) {
    super(scope, id, props);
    const group = new ScheduleGroup(this, 'Group');
    const undelivered = new Queue(this, 'Undelivered', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    ringOn(this, 'UndeliveredSchedules', undelivered.metricApproximateNumberOfMessagesVisible(), props.storage.alarms);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const target = { deadLetterQueue: undelivered, role, maxEventAge: Duration.hours(6), retryAttempts: 10 };
    for (const job of jobIds) {
      const own = props.counties.filter(({ schedules }) => schedules[job] !== undefined);
      const common = props.counties.filter((county) => !own.includes(county)).map(({ code }) => code);
      const start = (name: string, expression: string, counties: readonly string[]) =>
        new Schedule(this, `${job}-${name}`, {
          scheduleGroup: group,
          schedule: ScheduleExpression.expression(expression, TimeZone.ASIA_SHANGHAI),
          target: new StepFunctionsStartExecution(props.jobs.machines[job], {
            ...target,
            input: ScheduleTargetInput.fromObject({ counties, scheduledTime }),
          }),
        });
      if (common.length > 0) start('common', calendar[job].run, common);
      for (const county of own) start(county.code, county.schedules[job]!, [county.code]);
      const remind = (name: string, expression: string, counties: readonly string[]) =>
        new Schedule(this, `${job}-${name}`, {
          scheduleGroup: group,
          schedule: ScheduleExpression.expression(expression, TimeZone.ASIA_SHANGHAI),
          target: new LambdaInvoke(props.jobs.remindInputs.function, {
            ...target,
            input: ScheduleTargetInput.fromObject({ job, counties, scheduledTime }),
          }),
        });
      if (common.length > 0) remind('remind', calendar[job].remind, common);
      for (const county of own) remind(`remind-${county.code}`, daysBefore(county.schedules[job]!, 3), [county.code]);
    }
  }
}

/**
 * The same expression some days earlier, at nine. Only a plain day of the month can be moved; a county whose day lies in
 * the month's first days must name days that stay inside the month.
 */
export function daysBefore(expression: string, days: number): string {
  const match = /^cron\(\d+ \d+ (\d+) (\S+) \? \*\)$/.exec(expression);
  const day = Number(match?.[1]) - days;
  if (match === null || !(day >= 1))
    throw new Error(`${expression}: a county's schedule is one day of the month, the ${days + 1}th or later`);
  return `cron(0 9 ${day} ${match[2]} ? *)`;
}
