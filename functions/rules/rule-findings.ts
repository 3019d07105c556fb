import type { Cases } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { Finding, FindingList, MessagePart, RuleCount, RuleNotRun } from '../../schemas/finding.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { factsOf } from './finding-facts.ts';
import { inVillageOrder, type Placed, villagesOf } from './finding-order.ts';
import type { FindingStore } from './finding-store.ts';
import { keyedDigest } from './keyed-digest.ts';
import { Sentences, standardValues } from './message-parts.ts';
import { RejectedSubjects } from './rejected-subjects.ts';
import type { AnyRule } from './rule.ts';
import { countsOf } from './rule-counts.ts';
import type { RuleInput } from './run-rules.ts';
import { type SubjectBook, unpackRow } from './subject-book.ts';
import { keySeparator, subjectColumns } from './subject-columns.ts';

/** A rule that runs, and what it cannot rule out or leaves out for want of a source or setting; in Chinese. */
export interface RunningRule {
  readonly rule: AnyRule;
  readonly doubts: readonly string[];
  readonly leftOut: readonly string[];
}

/** The findings of a run: numbers until somebody reads them. */
export class RuleFindings implements FindingList {
  readonly rules: readonly RuleCount[];
  readonly notRun: readonly RuleNotRun[];
  readonly running: readonly RunningRule[];
  readonly store: FindingStore;
  readonly #book: SubjectBook;
  readonly #input: RuleInput;
  readonly #rejected: RejectedSubjects;
  readonly #sentences = new Sentences();
  readonly #digest: (text: string) => string;
  readonly #ofRule: readonly (readonly number[])[];

  constructor(
    running: readonly RunningRule[],
    notRun: readonly RuleNotRun[],
    store: FindingStore,
    book: SubjectBook,
    input: RuleInput,
  ) {
    this.running = running;
    this.notRun = notRun;
    this.store = store;
    this.#book = book;
    this.#input = input;
    this.#rejected = new RejectedSubjects(input.reading.rejectedRows, input.cases);
    this.#digest = keyedDigest(input.key);
    const ofRule: number[][] = running.map(() => []);
    for (let finding = 0; finding < store.length; finding += 1) ofRule[store.rule.at(finding)]!.push(finding);
    this.#ofRule = ofRule;
    this.rules = countsOf(running, ofRule, store);
  }

  get total(): number {
    return this.store.length;
  }

  get cases(): Cases {
    return this.#input.cases;
  }

  get tables(): SourceTables {
    return this.#input.reading.tables;
  }

  get claims(): Claims | undefined {
    return this.#input.claims;
  }

  *ofRule(id: string): Iterable<Finding> {
    const at = this.running.findIndex(({ rule }) => rule.id === id);
    if (at < 0) return;
    const { rule } = this.running[at]!;
    const order = inVillageOrder(this.store, (placed) => this.#facts(rule, placed));
    // A key that several subjects share gets a running number, in output order.
    const repeats = new Map<string, number>();
    for (const village of villagesOf(this.store, this.#ofRule[at]!)) {
      const placed = village.map((finding) => ({ finding, columns: this.#columns(rule, finding) }));
      for (const each of placed.sort(order)) yield this.#render(this.running[at]!, each, repeats);
    }
  }

  #columns(rule: AnyRule, finding: number) {
    return subjectColumns(rule.subject, this.#subject(rule, finding), this.#input);
  }

  #subject({ subject }: AnyRule, finding: number) {
    return this.#book.of(subject, this.store.subject.at(finding));
  }

  #render(running: RunningRule, placed: Placed, repeats: Map<string, number>): Finding {
    const { store } = this;
    const { rule } = running;
    const { finding, columns } = placed;
    const identity = [
      this.#input.county,
      rule.id,
      columns.key,
      store.extra(finding).aspect,
      rule.periodic ? this.#input.period : '',
    ];
    return {
      findingId: this.#digest(withRunningNumber(identity.join(keySeparator), columns.unique, repeats)),
      rule: rule.id,
      severity: store.severityOf(finding),
      county: this.#input.county,
      period: this.#input.period,
      // One by one, because half a million spreads take a second.
      township: columns.township,
      village: columns.village,
      householdId: columns.householdId,
      headName: columns.headName,
      name: columns.name,
      idNumber: columns.idNumber,
      account: columns.account,
      matchBasis: columns.matchBasis,
      expected: store.expected(finding),
      actual: store.actual(finding),
      amountDifference: store.amount(finding) as Fen | undefined,
      sources: store.cited(finding).map((place) => (typeof place === 'number' ? this.#row(place).address : place)),
      message: this.#message(running, placed),
      facts: this.#facts(rule, placed),
    };
  }

  #message({ rule, doubts }: RunningRule, { finding, columns }: Placed): MessagePart[] {
    const { store } = this;
    const { message, values, candidates } = store.extra(finding);
    const found = { expected: store.expected(finding), actual: store.actual(finding), amount: store.amount(finding) };
    const parts = this.#sentences.partsOf(message ?? rule.message, { ...standardValues(rule, columns, found), ...values });
    for (const doubt of doubts) parts.push(`${doubt}。`);
    const maybe = candidates.map((number) => this.cases.person(number));
    maybe.sort((one, other) => byCodePoints(one.id, other.id) || byCodePoints(one.name, other.name));
    for (const [at, { name, id }] of maybe.entries()) {
      const known: MessagePart = id === '' ? '无证件号' : { kind: 'id', text: id };
      parts.push(at === 0 ? '与' : '、', { kind: 'name', text: name }, '（', known, '）');
    }
    if (maybe.length > 0) parts.push('疑似为同一人，请先核对身份。');
    if (!this.#rejected.none && this.#rejected.has(rule.subject, this.#subject(rule, finding))) {
      parts.push('其身份证号或所在户另有退回行，请一并核对。');
    }
    return parts;
  }

  #facts(rule: AnyRule, { finding, columns }: Placed): string {
    const { store } = this;
    return factsOf({
      rule,
      expected: store.expected(finding),
      actual: store.actual(finding),
      amount: store.amount(finding),
      matchBasis: columns.matchBasis,
      rows: store.cited(finding).flatMap((place) => (typeof place === 'number' ? [this.#row(place)] : [])),
      period: this.#input.period,
    });
  }

  #row(packed: number) {
    return unpackRow(this.#input.reading.tables, packed);
  }
}

function withRunningNumber(identity: string, unique: boolean, repeats: Map<string, number>): string {
  if (unique) return identity;
  const number = (repeats.get(identity) ?? 0) + 1;
  repeats.set(identity, number);
  return number === 1 ? identity : identity + keySeparator + number;
}
