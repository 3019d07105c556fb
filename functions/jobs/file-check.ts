import type { ColumnReport } from '../../schemas/reading.ts';
import type { SourceId } from '../../schemas/sources/source.ts';
import type { FileSummary } from '../../schemas/summary.ts';
import type { CheckedFile, IdProblemCounts } from '../reading/check-files.ts';
import { summariseFile } from '../reporting/summary-of.ts';

interface CheckedReject {
  readonly kind: 'row' | 'value';
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A check of one file for machines: what `summary.json` would say of it (where it could be opened and recognised), and more. */
export interface FileCheck extends Partial<Omit<FileSummary, 'source' | 'file'>> {
  readonly file: string;
  /** Null where it was neither given nor recognised. */
  readonly source: SourceId | null;
  readonly columns: readonly (ColumnReport & { readonly sheet: string })[];
  /** Accepted rows by what is wrong with their own id. */
  readonly idProblems: IdProblemCounts;
  /** Years, halves, quarters and months that the file names, as written. */
  readonly namedPeriods: readonly string[];
  readonly rejects: readonly CheckedReject[];
  /** Why a run would refuse it, in Chinese; empty where it would not. */
  readonly problems: readonly { readonly reason: string; readonly mend: string }[];
}

export function fileCheck({ file, source, report, rejects, idProblems, namedPeriods, problems }: CheckedFile): FileCheck {
  return {
    ...(report && summariseFile(report)),
    file,
    source: source ?? null,
    columns: (report?.sheets ?? []).flatMap(({ sheet, columns }) => columns.map((column) => ({ sheet, ...column }))),
    idProblems,
    namedPeriods,
    rejects: rejects.map(({ kind, address: { sheet, row }, column, value, reason }) => ({
      kind,
      sheet,
      row,
      column,
      value,
      reason,
    })),
    problems,
  };
}
