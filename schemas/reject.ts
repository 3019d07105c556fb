import * as z from 'zod';
import { type Address, sourceIds } from './sources/source.ts';

/** A rejected row (`row`) or the dropped value of an accepted one (`value`): one line of `rejects.csv`. */
export interface Reject {
  readonly kind: 'row' | 'value';
  readonly address: Address;
  /** The heading as the file writes it (for a layout from the profile: the field's own heading). */
  readonly column: string;
  /** As written. */
  readonly value: string;
  /** In Chinese, for a clerk. */
  readonly reason: string;
}

/** A line of `rejects.csv`, its columns in the order of the file; one a rejected row or dropped value, in file order. */
export const rejectLineSchema = z.strictObject({
  kind: z.enum(['row', 'value']),
  source: z.enum(sourceIds),
  /** Name without folders. */
  file: z.string().min(1),
  /** Empty for text files. */
  sheet: z.string(),
  /** As a spreadsheet shows it, from 1. */
  row: z.string().regex(/^[1-9]\d*$/),
  column: z.string(),
  value: z.string(),
  reason: z.string().min(1),
});
export type RejectLine = z.infer<typeof rejectLineSchema>;

/** Columns of `rejects.csv`; scripts rely on names and order. */
export const rejectColumns = Object.keys(rejectLineSchema.shape) as readonly (keyof RejectLine)[];

/** What is still known of a rejected row, so that findings can say that their subject also stands in one. */
export interface RejectedRow extends Reject {
  readonly kind: 'row';
  /** Normalised ids of 18 characters in the row (a wide row has several); may be empty. */
  readonly ids: readonly string[];
  /** Normalised 户编号 and 低保证号, those that the row has: other rows of the household may have only one of them. */
  readonly householdKeys: readonly string[];
  /** Normalised id of the household's head, where it is all by which the row names its household; '' else. */
  readonly headOfHousehold: string;
  /** Readable amount of a payment-list or bank row in fen (list: signed by kind; bank: paid, or asked for where 成功 or no readable result), else undefined. */
  readonly amount: number | undefined;
}
