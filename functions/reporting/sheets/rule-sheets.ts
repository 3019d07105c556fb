import type { Finding, RuleCount } from '../../../schemas/finding.ts';
import { fittedColumns, rowsLookedAt } from '../workbook/fitted-columns.ts';
import { type TableLayout, TableSheet } from '../workbook/table-sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { frozenColumns, ruleColumns } from './rule-columns.ts';

/** Order among the tabs: what needs an answer, then lists, then what was sent back, then where the data came from. */
export const tabPlaces = { overview: 0, households: 1, questions: 100, lists: 1000, rejects: 9000, files: 9001 } as const;

function noteOf(rule: RuleCount, count: number, asList: boolean): string {
  const parts = [...(rule.clause === '' ? [] : [`依据：实施方案${rule.clause}`]), `共${count}条`];
  if (rule.caveat !== '') parts.push(rule.caveat);
  parts.push(asList ? '所列情形本身属正常，列为清单备查，不需逐条填写' : '所列均为疑似问题，须经核实');
  return parts.join('；');
}

interface TwoSheets {
  readonly questions: TableSheet<Finding>;
  readonly lists: TableSheet<Finding>;
}

/**
 * The sheets of one rule. Findings of severity list stand on a list without columns to fill in; others of such a rule,
 * made doubtful, are questions and stand on a sheet of their own.
 */
export class RuleSheets {
  readonly #workbook: Workbook;
  readonly #rule: RuleCount;
  readonly #order: number;
  readonly #lastRow: number | undefined;
  /** Findings that wait until there are enough of them to fit the columns to: rendering them twice would take longer. */
  #first: Finding[] = [];
  #sheets: TwoSheets | undefined;

  constructor(workbook: Workbook, rule: RuleCount, order: number, lastRow?: number) {
    this.#workbook = workbook;
    this.#rule = rule;
    this.#order = order;
    this.#lastRow = lastRow;
  }

  add(finding: Finding): void | Promise<void> {
    if (this.#sheets !== undefined) return this.#sheetOf(finding, this.#sheets).add(finding);
    this.#first.push(finding);
    if (this.#first.length === rowsLookedAt) return this.#begin();
  }

  async finish(): Promise<void> {
    if (this.#sheets === undefined) await this.#begin();
    await this.#sheets?.lists.finish();
    await this.#sheets?.questions.finish();
  }

  /** The sheet where the rule's findings begin; '' where it found nothing. */
  get firstSheet(): string {
    return this.#sheets?.questions.firstSheet || this.#sheets?.lists.firstSheet || '';
  }

  async #begin(): Promise<void> {
    const lists = this.#rule.bySeverity.list;
    const options = this.#lastRow === undefined ? {} : { lastRow: this.#lastRow };
    const sheets = {
      lists: new TableSheet(this.#workbook, this.#layout(true, lists, ''), options),
      // Only one sheet streams at a time: where a rule fills two, the doubtful few wait.
      questions: new TableSheet(this.#workbook, this.#layout(false, this.#rule.total - lists, lists > 0 ? '（待核实）' : ''), {
        ...options,
        waits: lists > 0,
      }),
    };
    this.#sheets = sheets;
    for (const finding of this.#first) await this.#sheetOf(finding, sheets).add(finding);
    this.#first = [];
  }

  #layout(asList: boolean, count: number, suffix: string): TableLayout<Finding> {
    const rule = this.#rule;
    const looked = this.#first.filter(({ severity }) => (severity === 'list') === asList);
    return {
      title: rule.title,
      suffix,
      note: noteOf(rule, count, asList),
      place: (asList ? tabPlaces.lists : tabPlaces.questions) + this.#order,
      columns: fittedColumns(ruleColumns(rule, asList), looked, rule.total <= rowsLookedAt),
      frozenColumns: frozenColumns(rule),
    };
  }

  #sheetOf({ severity }: Finding, { questions, lists }: TwoSheets): TableSheet<Finding> {
    return severity === 'list' ? lists : questions;
  }
}
