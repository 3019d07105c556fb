import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allRules, halfYearRules, payoutRules } from './index.ts';
import type { AnyRule } from './rule.ts';
import { ruleTable } from './rule-table.ts';

const home = import.meta.dirname;

// Written out, not derived: an id is public and never changes, and a rule that is left out of its list must be missed.
const ids = {
  'half-year': [
    'newly-assisted-not-registered',
    'assisted-not-registered',
    'registered-not-assisted',
    'poverty-mark-missing',
    'poverty-mark-unfounded',
    'attribute-mismatch',
    'household-split',
    'name-mismatch',
    'id-suspect',
    'identity-ambiguous',
    'residence-mismatch',
    'dual-assistance',
    'deceased-assisted',
  ],
  agreement: [
    'ledger-only',
    'system-only',
    'ledger-amount-mismatch',
    'ledger-members-mismatch',
    'ledger-category-mismatch',
    'ledger-account-mismatch',
    'covered-count-mismatch',
    'household-inconsistent',
    'list-missing-household',
    'list-unfounded-household',
    'list-amount-mismatch',
  ],
  payout: [
    'unpaid',
    'payment-failed',
    'payment-duplicated',
    'payment-amount-mismatch',
    'payment-unlisted',
    'payment-late',
    'payee-mismatch',
    'account-shared',
    'paid-after-exit',
    'deceased-member-paid',
    'batch-total-mismatch',
  ],
  'row-quality': ['id-invalid', 'id-missing', 'row-duplicated', 'remark-contradicts-status', 'source-gap'],
};

const inReportOrder = Object.values(ids).flat();
const idsOf = (rules: readonly AnyRule[]) => rules.map(({ id }) => id);

test('every rule stands in its job, in report order', () => {
  expect(idsOf(allRules)).toEqual(inReportOrder);
  expect(idsOf(halfYearRules)).toEqual([...ids['half-year'], ...ids['row-quality']]);
  expect(idsOf(payoutRules)).toEqual([...ids.agreement, ...ids.payout, ...ids['row-quality']]);
});

describe.each(Object.entries(ids).flatMap(([folder, names]) => names.map((id) => [folder, id] as const)))(
  '%s/%s',
  (folder, id) => {
    test('has its file and its test', () => {
      expect(existsSync(join(home, folder, `${id}.ts`))).toBe(true);
      expect(existsSync(join(home, folder, `${id}.test.ts`))).toBe(true);
    });

    test('is told to clerks in one sentence, which accuses nobody', () => {
      const rule = allRules.find((each) => each.id === id)!;
      expect(rule.title).toMatch(/^\p{Script=Han}/u);
      expect(rule.message).toMatch(/。$/);
      expect(rule.title + rule.message).not.toMatch(/违规|违法|违纪|骗|冒领|套取|虚报/);
      expect(rule.severities.length).toBeGreaterThan(0);
    });
  },
);

test('a file with metadata of a rule is one of them', () => {
  for (const folder of Object.keys(ids)) {
    for (const file of readdirSync(join(home, folder)).filter((name) => /^(?!.*\.test).*\.ts$/.test(name))) {
      const text = readFileSync(join(home, folder, file), 'utf8');
      if (/Rule\(\{/.test(text)) expect(inReportOrder).toContain(file.slice(0, -3));
    }
  }
});

test('the README shows the table as it is generated', () => {
  const readme = readFileSync(join(home, '../../README.md'), 'utf8');
  const shown = /<!-- rules -->\n([\s\S]*?)\n?<!-- \/rules -->/.exec(readme)?.[1];
  expect(shown?.trim()).toBe(ruleTable());
});
