import { type MessagePart, severities } from '../../schemas/finding.ts';
import type { Address } from '../../schemas/sources/source.ts';
import { bytes, doubles, integers } from './number-list.ts';
import type { Found } from './rule.ts';
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
  /** A person who may be the same and is not missing (Doubt): case numbers. */
  readonly candidates: readonly number[];
}

/** What the few findings have that say more than their rule does. */
interface Extra {
  readonly message: string | undefined;
  readonly values: Readonly<Record<string, MessagePart | readonly MessagePart[]>> | undefined;
  readonly aspect: string;
  readonly candidates: readonly number[];
}

const nothingExtra: Extra = { message: undefined, values: undefined, aspect: '', candidates: [] };

/** A reference beyond every packed row: it names a bare address instead. */
const addressBase = 0xf0000000;

/**
 * Findings as numbers, some forty bytes each, so that half a million fit beside the tables. They are rendered while they
 * are written, from their subject and the rows that they cite.
 */
export class FindingStore {
  readonly rule = bytes();
  readonly severity = bytes();
  readonly subject = integers();
  readonly township = integers();
  readonly village = integers();
  readonly #expected = integers();
  readonly #actual = integers();
  readonly #amount = doubles();
  readonly #citedUntil = integers();
  readonly #cited = integers();
  readonly #addresses: Address[] = [];
  readonly #extras = new Map<number, Extra>();
  readonly texts = new TextCodes();

  get length(): number {
    return this.rule.length;
  }

  add({ rule, severity, subject, township, village, found, candidates }: Recorded): void {
    const { message, values, aspect = '' } = found;
    if (message !== undefined || values !== undefined || aspect !== '' || candidates.length > 0) {
      this.#extras.set(this.length, { message, values, aspect, candidates });
    }
    this.rule.push(rule);
    this.severity.push(severity);
    this.subject.push(subject);
    this.township.push(this.texts.codeOf(township));
    this.village.push(this.texts.codeOf(village));
    this.#expected.push(this.texts.codeOf(found.expected ?? ''));
    this.#actual.push(this.texts.codeOf(found.actual ?? ''));
    this.#amount.push(found.amount ?? Number.NaN);
    for (const place of found.at) this.#cited.push('index' in place ? packRow(place) : this.#keepAddress(place));
    this.#citedUntil.push(this.#cited.length);
  }

  expected(finding: number): string {
    return this.texts.textOf(this.#expected.at(finding));
  }

  actual(finding: number): string {
    return this.texts.textOf(this.#actual.at(finding));
  }

  /** Fen; undefined where the rule gives none. */
  amount(finding: number): number | undefined {
    const amount = this.#amount.at(finding);
    return Number.isNaN(amount) ? undefined : amount;
  }

  severityOf(finding: number): (typeof severities)[number] {
    return severities[this.severity.at(finding)]!;
  }

  extra(finding: number): Extra {
    return this.#extras.get(finding) ?? nothingExtra;
  }

  /** What the finding cites: packed rows, or bare addresses. */
  cited(finding: number): readonly (number | Address)[] {
    const places: (number | Address)[] = [];
    for (let at = finding === 0 ? 0 : this.#citedUntil.at(finding - 1); at < this.#citedUntil.at(finding); at += 1) {
      const reference = this.#cited.at(at);
      places.push(reference >= addressBase ? this.#addresses[reference - addressBase]! : reference);
    }
    return places;
  }

  #keepAddress(address: Address): number {
    this.#addresses.push(address);
    return addressBase + this.#addresses.length - 1;
  }
}
