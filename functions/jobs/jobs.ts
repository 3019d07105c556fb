import type { JobId } from '../../schemas/job.ts';
import { halfYear } from './half-year.ts';
import type { JobDefinition } from './job.ts';
import { payout } from './payout.ts';

/** Every job there is, by its id. */
export const jobs: Readonly<Record<JobId, JobDefinition>> = { 'half-year': halfYear, payout };
