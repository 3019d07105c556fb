import { payoutRules } from '../rules/index.ts';
import type { JobDefinition, JobPorts, JobRequest, JobResult } from './job.ts';
import { runJob } from './run-job.ts';

/** 发放核对: what was due, what the bank paid, and whether roster, system and list agree. */
export const payout: JobDefinition = {
  id: 'payout',
  used: ['payment-list', 'bank-payout', 'assistance-system', 'dibao-roster', 'death-register'],
  required: ['payment-list', 'bank-payout'],
  rules: payoutRules,
};

export const runPayout = (ports: JobPorts, request: JobRequest): Promise<JobResult> => runJob(payout, ports, request);
