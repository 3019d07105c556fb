import type { Account } from '../values/account.ts';
import type { Day } from '../values/day.ts';
import type { Fen } from '../values/money.ts';
import type { ResidentId } from '../values/resident-id.ts';

/** Ids of the sources, in the order in which cases look for a printed name, id and place. */
export const sourceIds = [
  'dibao-roster',
  'assistance-system',
  'poverty-registration',
  'destitute-roster',
  'death-register',
  'payment-list',
  'bank-payout',
  'statistics-return',
  'benefit-roster',
  'exclusion-register',
] as const;

export type SourceId = (typeof sourceIds)[number];

/**
 * How a field's cell becomes a value; each kind is one parser of `schemas/values`.
 *
 * `text` keeps the words as decoded, `key` compares after NFKC without white space, `account` keeps digits and the words
 * as written, `start` and `end` are days that a month stands for (the 1st; the 1st of the month after).
 */
export type FieldKind =
  | 'text'
  | 'key'
  | 'id'
  | 'account'
  | 'count'
  | 'money'
  | 'day'
  | 'month'
  | 'start'
  | 'end'
  | 'yes'
  | 'choice';

/** Whether a file must have the column and a row the value. */
export type Requirement = 'required' | 'column' | 'optional';

/** Where a value may come from when a file has no column for it. */
export type FallbackPlace = 'title' | 'sheet' | 'file';

export interface Field<Kind extends FieldKind = FieldKind, Word extends string = string> {
  readonly kind: Kind;
  /** The field's own heading, in normalised form. It wins over every alias. */
  readonly heading: string;
  /** Other headings in order of preference. */
  readonly aliases: readonly string[];
  readonly requirement: Requirement;
  /** `choice`: each value and the other words for it. */
  readonly words?: Readonly<Record<Word, readonly string[]>>;
  /** Value of a blank cell (`choice`, `yes`). */
  readonly blank?: Word | boolean;
  /** Places that may give the value for a whole sheet or file when there is no column. */
  readonly fallback?: readonly FallbackPlace[];
  /** The fallback also serves a blank cell of a column that is there. */
  readonly fallbackForBlank?: boolean;
  /** An unreadable value rejects the row although the field is not required: it decides who is assisted. */
  readonly decides?: boolean;
  /** A heading that is this field's last alias, but only where another column gives the field named. */
  readonly beside?: { readonly heading: string; readonly field: string };
  /** The field whose value serves a layout without a column for this one (one row a household: the head's). */
  readonly orFrom?: string;
  /** Two fields that make up the value where no column gives it; the second may be blank or missing and is then 0. */
  readonly sumOf?: readonly [string, string];
  /** Never read from a column: follows from another choice field, by its word; other words leave it blank. */
  readonly derived?: { readonly from: string; readonly words: Readonly<Record<string, string>> };
}

export type FieldTable = Readonly<Record<string, Field>>;

/** What a word of a choice or yes field can mean, the first the one that a profile's line is proposed with. */
export const meaningsOf = ({ kind, words = {} }: Field): readonly string[] =>
  kind === 'yes' ? ['是', '否'] : Object.keys(words);

export interface Source<Fields extends FieldTable = FieldTable> {
  readonly id: SourceId;
  /** Chinese name for people. */
  readonly name: string;
  readonly fields: Fields;
}

/** What a field's value looks like in a row. Blank text is `''`; other blanks are `undefined`, save for kinds with a default. */
export type ValueOf<F extends Field> =
  F extends Field<'id', string>
    ? ResidentId
    : F extends Field<'account', string>
      ? Account
      : F extends Field<'count', string>
        ? number | undefined
        : F extends Field<'money', string>
          ? Fen | undefined
          : F extends Field<'day' | 'month' | 'start' | 'end', string>
            ? Day | undefined
            : F extends Field<'yes', string>
              ? boolean
              : F extends { kind: 'choice'; words: infer Words }
                ? F extends { blank: string }
                  ? keyof Words & string
                  : (keyof Words & string) | ''
                : string;

/** The spreadsheet position of a row, kept to the end. */
export interface Address {
  readonly source: SourceId;
  /** File name without folders. */
  readonly file: string;
  /** Sheet name; empty for text files. */
  readonly sheet: string;
  /** Row as a spreadsheet shows it, from 1; for text the record's number. */
  readonly row: number;
}

/** What every row has, whatever its source. `index` is its place in its table, in file order. */
export interface RowIdentity {
  readonly source: SourceId;
  readonly index: number;
  readonly address: Address;
}

export type RowOf<Fields extends FieldTable> = RowIdentity & { readonly [Name in keyof Fields]: ValueOf<Fields[Name]> };
