import type { Cases } from '../../schemas/case.ts';
import type { Claims } from '../../schemas/claim.ts';
import type { Finding, FindingList, MessagePart, RuleCount, RuleNotRun } from '../../schemas/finding.ts';
import type { SourceTables } from '../../schemas/source-table.ts';
import type { AnyRow } from '../../schemas/sources/rows.ts';
import type { Address } from '../../schemas/sources/source.ts';
import { byCodePoints } from '../../schemas/values/code-point-order.ts';
import type { Fen } from '../../schemas/values/money.ts';
import { factsOf } from './finding-facts.ts';
import { inVillageOrder, type Placed, placeRanks, villagesOf } from './finding-order.ts';
import type { Extra, FindingStore } from './finding-store.ts';
import { keyedDigest } from './keyed-digest.ts';
import { type SaidOf, Sentences } from './message-parts.ts';
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
  /** `placeRanks`, made when the first finding is asked for. */
  #ranks: Uint32Array | undefined;

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
    for (let finding = 0; finding < store.length; finding += 1) ofRule[store.rule[finding]!]!.push(finding);
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
    const running = this.running[at]!;
    const { rule } = running;
    const order = inVillageOrder(this.store, (placed) => {
      const rows = this.#rows(this.store.cited(placed.finding));
      return factsOf(this.#said(rule, placed), rows, this.#input.period);
    });
    // A key that several subjects share gets a running number, in output order.
    const repeats = new Map<string, number>();
    this.#ranks ??= placeRanks(this.store);
    for (const village of villagesOf(this.store, this.#ranks, this.#ofRule[at]!)) {
      const placed = village.map((finding) => this.#placed(rule, finding));
      if (placed.length > 1) placed.sort(order);
      for (const each of placed) yield this.#render(running, each, repeats);
    }
  }

  #placed({ subject: kind }: AnyRule, finding: number): Placed {
    const subject = this.#book.of(kind, this.store.subject[finding]!);
    return { finding, subject, columns: subjectColumns(kind, subject, this.#input.cases) };
  }

  #said(rule: AnyRule, { finding, columns }: Placed): SaidOf {
    const { store } = this;
    return {
      rule,
      columns,
      expected: store.expected(finding),
      actual: store.actual(finding),
      amount: store.amount(finding),
    };
  }

  #render(running: RunningRule, placed: Placed, repeats: Map<string, number>): Finding {
    const { store } = this;
    const { rule } = running;
    const { finding, columns, subject } = placed;
    const { county, period } = this.#input;
    const cited = store.cited(finding);
    const rows = this.#rows(cited);
    const extra = store.extra(finding);
    const said = this.#said(rule, placed);
    return {
      findingId: this.#digest(withRunningNumber(this.#identity(rule, columns.key, extra.aspect), columns.unique, repeats)),
      rule: rule.id,
      severity: store.severityOf(finding),
      county,
      period,
      // Column by column: half a million spreads of `columns` take a second.
      township: columns.township,
      village: columns.village,
      householdId: columns.householdId,
      headName: columns.headName,
      name: columns.name,
      idNumber: columns.idNumber,
      account: columns.account,
      matchBasis: columns.matchBasis,
      expected: said.expected,
      actual: said.actual,
      amountDifference: said.amount as Fen | undefined,
      sources: addressesOf(cited, rows),
      message: this.#message(running, said, extra, subject),
      facts: factsOf(said, rows, period),
    };
  }

  /** What the finding's id is made of, but for the running number that tells apart findings which have all of this in common. */
  #identity({ id, periodic }: AnyRule, key: string, aspect: string): string {
    const { county, period } = this.#input;
    const subject = county + keySeparator + id + keySeparator + key;
    return subject + keySeparator + aspect + keySeparator + (periodic ? period : '');
  }

  /** The rows among what a finding cites, in its order, each made once for all that looks at it. */
  #rows(cited: Cited): readonly AnyRow[] {
    const { tables } = this.#input.reading;
    const rows: AnyRow[] = [];
    for (const place of cited) if (typeof place === 'number') rows.push(unpackRow(tables, place));
    return rows;
  }

  #message(
    { rule, doubts }: RunningRule,
    said: SaidOf,
    { message, values, candidates }: Extra,
    subject: Placed['subject'],
  ): MessagePart[] {
    const parts = this.#sentences.partsOf(message ?? rule.message, said, values);
    for (const doubt of doubts) parts.push(`${doubt}。`);
    if (candidates.length > 0) parts.push(...this.#maybe(candidates));
    if (!this.#rejected.none && this.#rejected.has(rule.subject, subject)) {
      parts.push('其身份证号或所在户另有退回行，请一并核对。');
    }
    return parts;
  }

  /** Says who may be the same person. */
  #maybe(candidates: readonly number[]): MessagePart[] {
    const parts: MessagePart[] = [];
    const persons = candidates.map((number) => this.cases.person(number));
    persons.sort((one, other) => byCodePoints(one.id, other.id) || byCodePoints(one.name, other.name));
    for (const [at, { name, id }] of persons.entries()) {
      const known: MessagePart = id === '' ? '无证件号' : { kind: 'id', text: id };
      parts.push(at === 0 ? '与' : '、', { kind: 'name', text: name }, '（', known, '）');
    }
    parts.push('疑似为同一人，请先核对身份。');
    return parts;
  }
}

type Cited = ReturnType<FindingStore['cited']>;

/** Where all that a finding cites stands; `rows` are the rows among it. */
function addressesOf(cited: Cited, rows: readonly AnyRow[]): readonly Address[] {
  const addresses: Address[] = [];
  let row = 0;
  for (const place of cited) addresses.push(typeof place === 'number' ? rows[row++]!.address : place);
  return addresses;
}

function withRunningNumber(identity: string, unique: boolean, repeats: Map<string, number>): string {
  if (unique) return identity;
  const number = (repeats.get(identity) ?? 0) + 1;
  repeats.set(identity, number);
  return number === 1 ? identity : identity + keySeparator + number;
}
