/** Column headings and rows that every broken file holds or was meant to hold; see `roster.ts`. */
export type Expected =
  /** The reason holds these words. */
  | { readonly refused: string }
  /**
   * The file is read to exactly these accepted rows (`row name id problem yuan`), this many are rejected (0 unless
   * given), and these words stand in what the run says of it: repairs by kind, reasons of rejects, remarks.
   */
  | { readonly read: readonly string[]; readonly rejected?: number; readonly says?: readonly string[] };

/** An odd or hostile file of the dibao roster: how it is made, and what reading must make of it. */
export interface BrokenFile {
  readonly name: string;
  readonly content: () => Buffer | Iterable<Buffer>;
  readonly expected: Expected;
}
