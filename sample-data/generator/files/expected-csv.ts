import type { Finding, NearMiss, Reject } from '../world/planted.ts';

const findingHeadings = [
  'rule',
  'severity',
  'township',
  'village',
  'household_id',
  'head_name',
  'name',
  'id_number',
  'account',
  'expected',
  'actual',
  'amount_difference',
  'match_basis',
  'story',
];

/** One line a planted finding, in an order that does not depend on how the stories are told. */
export function expectedFindingsCsv(findings: readonly Finding[]): string {
  const lines = findings.map((finding) =>
    line([
      finding.rule,
      finding.severity,
      finding.township,
      finding.village,
      finding.householdId,
      finding.headName,
      finding.name,
      finding.id,
      finding.account,
      finding.expected,
      finding.actual,
      finding.amount === undefined ? '' : (finding.amount / 100).toFixed(2),
      finding.basis,
      finding.story,
    ]),
  );
  return csv(findingHeadings, lines);
}

export const nearMissesCsv = (nearMisses: readonly NearMiss[]): string =>
  csv(
    ['job', 'rule', 'name', 'id_number', 'story'],
    nearMisses.map(({ job, rule, name, id, story }) => line([job, rule, name, id, story])),
  );

export const expectedRejectsCsv = (rejects: readonly Reject[]): string =>
  csv(
    ['job', 'kind', 'source', 'value', 'story'],
    rejects.map(({ job, kind, source, value, story }) => line([job, kind, source, value, story])),
  );

export const expectedMoneyCsv = (money: Readonly<Record<string, number>>): string =>
  csv(
    ['figure', 'yuan'],
    Object.entries(money).map(([figure, fen]) => line([figure, (fen / 100).toFixed(2)])),
  );

const csv = (headings: readonly string[], lines: readonly string[]): string =>
  '\ufeff' + [line(headings), ...[...lines].sort(byCodePoint)].join('\r\n') + '\r\n';

const line = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');

const byCodePoint = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
