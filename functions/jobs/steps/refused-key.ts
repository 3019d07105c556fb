import type { ReportPlace } from '../ports.ts';

/** Key in the reports bucket of what was refused, or why the breaker stopped a run; goes once a run is published. */
export const refusedKey = ({ county, period, job }: ReportPlace): string => `${county}/${period}/${job}/refused.json`;
