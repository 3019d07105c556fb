import * as z from 'zod';
import type { Period } from './values/period.ts';

/** The jobs there are; an id is public and names folders, reports and schedules. */
export const jobIds = ['half-year', 'payout'] as const;
export const jobIdSchema = z.enum(jobIds);
export type JobId = (typeof jobIds)[number];

/** What people call a job. */
export const jobNames: Readonly<Record<JobId, string>> = { 'half-year': '半年比对', payout: '发放核对' };

/** What kind of period a job is asked for. */
export const jobPeriods = { 'half-year': 'half', payout: 'quarter' } as const satisfies Record<JobId, Period['kind']>;
