import type { SourceTable, SourceTables } from '../../schemas/source-table.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import { sources } from '../../schemas/sources/sources.ts';
import type { Need, RuleText } from './rule.ts';

/** The people whom a rule would leave out, were the list at hand that names them. */
const ruledOut: Partial<Record<SourceId | 'destitute', string>> = {
  destitute: '特困供养人员',
  'death-register': '已死亡人员',
};

const nameOf = (need: SourceId | 'destitute') => (need === 'destitute' ? '特困名册' : sources[need].name);

/** 特困 is at hand with a roster of its own, or with a row of that programme in the system: `among` are its programmes. */
export function present(tables: SourceTables, among: Pick<ReadonlySet<string>, 'has'>): (need: Need) => boolean {
  const destitute = tables['destitute-roster'] !== undefined || among.has('特困');
  const has = (need: Need): boolean => {
    if (typeof need !== 'string') return need.some(has);
    return need === 'destitute' ? destitute : tables[need] !== undefined;
  };
  return has;
}

/** Programmes of the system's rows, each with whether any of them is marked 建档立卡. */
export function programmes(tables: SourceTables): ReadonlyMap<string, boolean> {
  const table = tables['assistance-system'] as SourceTable<'assistance-system'> | undefined;
  const found = new Map<string, boolean>();
  if (table === undefined) return found;
  const codes = table.codes('programme');
  const marks = table.numbers('povertyMark');
  const marked = new Map<number, boolean>();
  let [last, lastMarked] = [-1, false];
  for (let row = 0; row < table.length; row += 1) {
    // Rows of one programme mostly follow each other, and once one of them is marked, further marks say nothing new.
    if (codes[row] === last && (lastMarked || marks[row] !== 1)) continue;
    last = codes[row]!;
    lastMarked = marks[row] === 1 || marked.get(last) === true;
    marked.set(last, lastMarked);
  }
  for (const [code, mark] of marked) found.set(table.texts.text(code), mark);
  return found;
}

/** Why a rule cannot run, in Chinese; '' where all that it needs is there. */
export function lackOf(rule: RuleText, has: (need: Need) => boolean): string {
  const lacking = rule.needs.filter((need) => !has(need));
  if (lacking.length === 0) return '';
  const names = lacking.map((need) => (typeof need === 'string' ? nameOf(need) : need.map(nameOf).join('或')));
  return `未提供${names.join('、')}，本项未核对`;
}

/** What could not be ruled out for want of sources that the rule uses, one clause a source. */
export function doubtsOf(rule: RuleText, has: (need: Need) => boolean): readonly string[] {
  return (rule.uses ?? [])
    .filter((need) => !has(need))
    .map((need) => {
      const known = typeof need === 'string' ? need : need[0]!;
      return `未提供${nameOf(known)}，未能排除${ruledOut[known] ?? '相关情况'}`;
    });
}
