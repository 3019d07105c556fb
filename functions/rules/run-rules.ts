import type { Cases, PersonRows } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { CountyProfile } from '../../schemas/county-profile.ts';
import { type RuleNotRun, type Severity, type SubjectKind, severities } from '../../schemas/finding.ts';
import type { ReadingResult } from '../../schemas/reading.ts';
import { personBits } from '../../schemas/signs.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import type { Day } from '../../schemas/values/day.ts';
import type { Place } from '../../schemas/values/place.ts';
import { type AskedRule, RulesOfKind } from './asked-rules.ts';
import { Coverage } from './coverage.ts';
import { FindingStore } from './finding-store.ts';
import { GapLog } from './gap-log.ts';
import { doubtsOf, lackOf } from './needs.ts';
import type { AnyRule, Found, RuleRun, Subjects } from './rule.ts';
import { RuleFindings, type RunningRule } from './rule-findings.ts';
import { ruleRun } from './rule-run.ts';
import { SubjectBook, type Visitor } from './subject-book.ts';
import { subjectPlace } from './subject-place.ts';

/** Everything that a run knows when its rules begin. */
export interface RuleInput {
  readonly reading: Pick<ReadingResult, 'tables' | 'files' | 'rejectedRows'>;
  readonly cases: Cases;
  /** Payout only. */
  readonly claims?: Claims | undefined;
  /** Six digits. */
  readonly county: string;
  /** `2020H1`, `2020Q3` or `2020-06`. */
  readonly period: string;
  readonly asOf: Day;
  /** Payout only: the last day on which a payment is in time. */
  readonly dueDate?: Day | undefined;
  readonly profile: CountyProfile;
  /** The county's secret: finding ids are made under it. */
  readonly key: Uint8Array;
}

/** Runs the rules, given in report order, over every subject once. The same input gives the same findings in the same order. */
export function runRules(rules: readonly AnyRule[], input: RuleInput): RuleFindings {
  const run = ruleRun(input);
  const { running, notRun } = sortOut(rules, run);
  const { reading, cases, claims } = input;
  const book = new SubjectBook({ tables: reading.tables, files: reading.files, cases, claims });
  const pass = new RulePass(running, run, book, new Coverage(reading.tables, cases, run.places));
  book.walk(pass);
  pass.visitGaps();
  return new RuleFindings(running, notRun, pass.store, book, input);
}

/** Which rules can run, and why the others cannot. A rule that cannot do all of its work stands in both lists. */
function sortOut(rules: readonly AnyRule[], run: RuleRun): { running: readonly RunningRule[]; notRun: readonly RuleNotRun[] } {
  const running: RunningRule[] = [];
  const notRun: RuleNotRun[] = [];
  for (const rule of rules) {
    const { id, title, clause } = rule;
    const lack = lackOf(rule, run.has);
    const unable = lack === '' ? rule.unable?.(run) : { reasons: [lack], whole: true };
    for (const reason of unable?.reasons ?? []) notRun.push({ rule: id, title, clause, reason });
    if (unable?.whole !== true) running.push({ rule, doubts: doubtsOf(rule, run.has), leftOut: rule.leftOut?.(run) ?? [] });
  }
  return { running, notRun };
}

const oneLower: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'notice', notice: 'notice', list: 'list' };
/** The same by place among `severities`, as the finding store keeps them. */
const lowered = severities.map((severity) => severities.indexOf(oneLower[severity]));
const notice = severities.indexOf('notice');

const rowsIn: Partial<Record<SourceId, keyof PersonRows>> = {
  'dibao-roster': 'roster',
  'assistance-system': 'system',
  'poverty-registration': 'registration',
  'payment-list': 'list',
};

const nobody: readonly number[] = [];

/** One pass over the subjects: all that is the same for every rule happens here. */
class RulePass implements Visitor {
  readonly store = new FindingStore();
  readonly #running: readonly RunningRule[];
  readonly #byKind = new Map<SubjectKind, RulesOfKind>();
  readonly #run: RuleRun;
  readonly #book: SubjectBook;
  readonly #coverage: Coverage;
  readonly #gaps: GapLog;

  constructor(running: readonly RunningRule[], run: RuleRun, book: SubjectBook, coverage: Coverage) {
    this.#running = running;
    this.#run = run;
    this.#book = book;
    this.#coverage = coverage;
    this.#gaps = new GapLog(coverage);
  }

  rulesOf<Kind extends SubjectKind>(kind: Kind): RulesOfKind<Kind> {
    const known = this.#byKind.get(kind) ?? new RulesOfKind(kind, this.#running);
    this.#byKind.set(kind, known);
    return known as unknown as RulesOfKind<Kind>;
  }

  visit<Kind extends SubjectKind>(
    kind: Kind,
    reference: number,
    subject: Subjects[Kind],
    asked: readonly AskedRule<Kind>[],
  ): void {
    let place: Place | undefined;
    for (const { at, running, find } of asked) {
      for (const found of find(subject, this.#run)) {
        place ??= subjectPlace(kind, subject, this.#run.cases);
        this.#record(at, running, reference, place, found);
      }
    }
  }

  /** Last of all, since a gap is reported only where it silenced a rule. */
  visitGaps(): void {
    this.#book.gaps.push(...this.#gaps.subjects());
    const asked = this.rulesOf('gap').of(0) ?? [];
    for (const [number, gap] of this.#book.gaps.entries()) this.visit('gap', number, gap, asked);
  }

  #record(at: number, { rule, doubts }: RunningRule, reference: number, place: Place, found: Found): void {
    const { township, village } = place;
    if (rule.absence !== undefined) {
      const gap = this.#coverage.gapAround(rule.absence, found.at, township);
      if (gap !== undefined) {
        this.#gaps.note(rule.absence, gap, at, township);
        return;
      }
    }
    const said = severities.indexOf(found.severity ?? rule.severities[0]!);
    const candidates = this.#candidatesOf(rule, reference);
    const severity = candidates.length > 0 ? notice : doubts.length > 0 ? lowered[said]! : said;
    this.store.add({ rule: at, severity, subject: reference, township, village, found, candidates });
  }

  /** People who may be this one, are not joined with it, and do stand where it is missing: they leave an absence in doubt. */
  #candidatesOf({ absence, subject }: AnyRule, person: number): readonly number[] {
    const source = absence === undefined || subject !== 'person' ? undefined : rowsIn[absence.missingFrom];
    const { cases } = this.#run;
    if (source === undefined || (cases.signsOfPerson(person) & personBits.candidates) === 0) return nobody;
    return cases.person(person).candidates.filter((candidate) => cases.person(candidate).rows[source].length > 0);
  }
}
