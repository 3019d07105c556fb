import type { JobId } from '../../schemas/job.ts';
import { compareRequestSchema } from '../../schemas/messages.ts';
import { compareRun } from '../jobs/steps/compare-run.ts';
import { deployed, programVersion } from './deployed.ts';
import { lambdaHandler, peakMegabytes } from './lambda-handler.ts';

/** Snapshots of a run → a staged report. Each job is a function of its own, so that its memory and alarm are its own. */
export const comparisonHandler = (job: JobId) =>
  lambdaHandler(
    compareRequestSchema.refine((request) => request.job === job),
    async (request, { environment, log, began }) => {
      const ports = deployed(environment);
      const outcome = await compareRun(ports, request, await ports.findingKey(request.county), programVersion);
      const { county, period, rows, rejects, findings } = outcome;
      log.say('run-compared', { job, county, period, outcome: outcome.outcome, rows, rejects, findings });
      const measured = { Duration: Date.now() - began, Memory: peakMegabytes() };
      log.measure(environment.METRIC_NAMESPACE, { Rows: rows, Rejects: rejects, Findings: findings, ...measured }, { job });
      return outcome;
    },
  );
