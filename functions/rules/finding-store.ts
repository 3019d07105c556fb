import { severities } from '../../schemas/finding.ts';
import type { Address } from '../../schemas/sources/source.ts';
import { IntegerList } from './integer-list.ts';
import type { Found, MessageValue } from './rule.ts';
import { packRow } from './subject-book.ts';
import { TextCodes } from './text-codes.ts';

/** One finding on its way into the store. */
export interface Recorded {
  /** Place of the rule in the run's list. */
  readonly rule: number;
  /** Index into `severities`, after all that lowers it. */
  readonly severity: number;
  /** What the subject book knows the subject by. */
  readonly subject: number;
  readonly township: string;
  readonly village: string;
  readonly found: Found;
  /** Case numbers of people who may be the subject and stand where it is missing: they leave the finding in doubt. */
  readonly candidates: readonly number[];
}

/** What only few findings have: those that say more than their rule does, or are in doubt. */
export interface Extra {
  readonly message: string | undefined;
  readonly values: Readonly<Record<string, MessageValue>> | undefined;
  readonly aspect: string;
  readonly candidates: readonly number[];
}

const nothingExtra: Extra = { message: undefined, values: undefined, aspect: '', candidates: [] };

/** References from here on lie beyond every packed row (`packRow`) and count the bare addresses. */
const addressBase = 0xf0000000;

const firstRoom = 64;

/**
 * Findings as numbers, 34 bytes each and four more for each cited row, so that half a million fit beside the tables. They
 * are rendered while they are written, from their subject and the rows that they cite.
 */
export class FindingStore {
  length = 0;
  // An element for each finding, with room for more. Texts stand as codes of `texts`.
  rule = new Uint8Array(firstRoom);
  severity = new Uint8Array(firstRoom);
  subject = new Uint32Array(firstRoom);
  township = new Uint32Array(firstRoom);
  village = new Uint32Array(firstRoom);
  #expected = new Uint32Array(firstRoom);
  #actual = new Uint32Array(firstRoom);
  #amount = new Float64Array(firstRoom);
  #citedUntil = new Uint32Array(firstRoom);
  readonly #cited = new IntegerList();
  readonly #addresses: Address[] = [];
  readonly #extras = new Map<number, Extra>();
  readonly texts = new TextCodes();

  add({ rule, severity, subject, township, village, found, candidates }: Recorded): void {
    const finding = this.length;
    if (finding === this.rule.length) this.#grow(finding * 2);
    const { message, values, aspect = '' } = found;
    if (message !== undefined || values !== undefined || aspect !== '' || candidates.length > 0) {
      this.#extras.set(finding, { message, values, aspect, candidates });
    }
    this.rule[finding] = rule;
    this.severity[finding] = severity;
    this.subject[finding] = subject;
    this.township[finding] = this.texts.codeOf(township);
    this.village[finding] = this.texts.codeOf(village);
    this.#expected[finding] = this.texts.codeOf(found.expected ?? '');
    this.#actual[finding] = this.texts.codeOf(found.actual ?? '');
    this.#amount[finding] = found.amount ?? Number.NaN;
    for (const place of found.at) this.#cited.push('index' in place ? packRow(place) : this.#keepAddress(place));
    this.#citedUntil[finding] = this.#cited.length;
    this.length += 1;
  }

  expected(finding: number): string {
    return this.texts.textOf(this.#expected[finding]!);
  }

  actual(finding: number): string {
    return this.texts.textOf(this.#actual[finding]!);
  }

  /** Fen; undefined where the rule gives none. */
  amount(finding: number): number | undefined {
    const amount = this.#amount[finding]!;
    return Number.isNaN(amount) ? undefined : amount;
  }

  severityOf(finding: number): (typeof severities)[number] {
    return severities[this.severity[finding]!]!;
  }

  extra(finding: number): Extra {
    return this.#extras.get(finding) ?? nothingExtra;
  }

  /** What the finding cites: packed rows, or bare addresses. */
  cited(finding: number): readonly (number | Address)[] {
    const places: (number | Address)[] = [];
    const end = this.#citedUntil[finding]!;
    for (let at = finding === 0 ? 0 : this.#citedUntil[finding - 1]!; at < end; at += 1) {
      const reference = this.#cited.at(at);
      places.push(reference >= addressBase ? this.#addresses[reference - addressBase]! : reference);
    }
    return places;
  }

  #grow(room: number): void {
    this.rule = new Uint8Array(this.rule.buffer.transfer(room));
    this.severity = new Uint8Array(this.severity.buffer.transfer(room));
    this.subject = new Uint32Array(this.subject.buffer.transfer(room * 4));
    this.township = new Uint32Array(this.township.buffer.transfer(room * 4));
    this.village = new Uint32Array(this.village.buffer.transfer(room * 4));
    this.#expected = new Uint32Array(this.#expected.buffer.transfer(room * 4));
    this.#actual = new Uint32Array(this.#actual.buffer.transfer(room * 4));
    this.#amount = new Float64Array(this.#amount.buffer.transfer(room * 8));
    this.#citedUntil = new Uint32Array(this.#citedUntil.buffer.transfer(room * 4));
  }

  #keepAddress(address: Address): number {
    this.#addresses.push(address);
    return addressBase + this.#addresses.length - 1;
  }
}
