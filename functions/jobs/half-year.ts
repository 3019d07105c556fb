import { halfYearRules } from '../rules/index.ts';
import type { JobDefinition, JobPorts, JobRequest, JobResult } from './job.ts';
import { runJob } from './run-job.ts';

/** 半年比对: who is assisted, who is registered as poor, and where the two disagree. */
export const halfYear: JobDefinition = {
  id: 'half-year',
  used: ['dibao-roster', 'poverty-registration', 'assistance-system', 'destitute-roster', 'death-register'],
  required: ['dibao-roster', 'poverty-registration'],
  rules: halfYearRules,
};

export const runHalfYear = (ports: JobPorts, request: JobRequest): Promise<JobResult> => runJob(halfYear, ports, request);
