import type { GridColumn } from '../workbook/grid-sheet.ts';
import { columnLetters } from '../workbook/text-width.ts';

/** Grid columns that a table's columns take together. */
export const spanOf = (columns: readonly GridColumn[]): number => columns.reduce((sum, { span = 1 }) => sum + span, 0);

/** The letters that formulas know a table's columns by; `before` stand to their left. */
export const lettersOf = (columns: readonly GridColumn[], before: readonly GridColumn[] = []): readonly string[] =>
  columns.map((_, at) => columnLetters(spanOf(before) + spanOf(columns.slice(0, at))));
