import { describe, expect, it } from 'vitest';
import type { Day } from '../../schemas/values/day.ts';
import { parsePeriod } from '../../schemas/values/period.ts';
import type { JobDefinition, JobRequest } from './job.ts';
import { planRun, type RunPlan } from './run-plan.ts';

const definition = (id: 'half-year' | 'payout'): JobDefinition => ({ id, used: [], required: [], rules: [] });

function plan(id: 'half-year' | 'payout', period: string, more: Partial<JobRequest> = {}): RunPlan {
  const planned = planRun(definition(id), {
    county: '230123',
    period: parsePeriod(period)!,
    profile: undefined,
    key: { bytes: new Uint8Array(32), sample: true },
    acceptedPeriods: [],
    force: false,
    programVersion: '0',
    ...more,
  });
  if ('refusals' in planned) throw new Error('refused');
  return planned;
}

const profile = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

describe('the plan of a run', () => {
  it('takes the as-of date from the period unless another is named', () => {
    expect(plan('half-year', '2020H2').asOf).toBe(20201231);
    expect(plan('payout', '2020Q3').asOf).toBe(20200701);
    expect(plan('half-year', '2020H1', { asOf: 20200531 as Day }).asOf).toBe(20200531);
  });

  it('lets nobody be born after the later of as-of date and period', () => {
    expect(plan('payout', '2020Q3').reading.latestBirth).toBe(20200930);
    expect(plan('half-year', '2020H1', { asOf: 20210115 as Day }).reading.latestBirth).toBe(20210115);
  });

  it('wants a quarter paid by the 10th, or the day of the profile, or the day given', () => {
    const county = profile({ dueDates: { '2020Q3': '2020-07-20' } });
    expect(plan('payout', '2020Q3').dueDate).toBe(20200710);
    expect(plan('payout', '2020Q3', { profile: county }).dueDate).toBe(20200720);
    expect(plan('payout', '2020Q3', { profile: county, due: 20200731 as Day }).dueDate).toBe(20200731);
    expect(plan('payout', '2020Q4', { profile: county }).dueDate).toBe(20201010);
    expect(plan('half-year', '2020H1').dueDate).toBeUndefined();
  });

  it.each([
    ['an unknown key', { colour: 1 }, 'colour'],
    ['a value out of its bounds', { breaker: { rejectedShare: 0.9 } }, 'breaker.rejectedShare'],
    ['no JSON', '{', 'JSON'],
  ])('refuses a profile with %s, and says where', (_, value, where) => {
    const planned = planRun(definition('half-year'), {
      county: '230123',
      period: parsePeriod('2020H1')!,
      profile: profile(value),
      key: { bytes: new Uint8Array(32), sample: true },
      acceptedPeriods: [],
      force: false,
      programVersion: '0',
    });
    expect('refusals' in planned && planned.refusals[0]?.reason).toContain(where);
  });
});
