import type { Finding, FindingList, RuleCount } from '../../../schemas/finding.ts';
import { fittedColumns, rowsLookedAt } from '../workbook/fitted-columns.ts';
import { type TableLayout, TableSheet } from '../workbook/table-sheet.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { frozenColumns, ruleColumns } from './rule-columns.ts';

/** Order among the tabs: what needs an answer, then lists, then what was sent back, then where the data came from. */
export const tabPlaces = { overview: 0, households: 1, questions: 100, lists: 1000, rejects: 9000, files: 9001 } as const;

function noteOf(rule: RuleCount, count: number, asList: boolean): string {
  const parts = [...(rule.clause === '' ? [] : [`依据：实施方案${rule.clause}`]), `共${count}条`];
  if (rule.caveat !== '') parts.push(rule.caveat);
  parts.push(asList ? '所列情形本身属正常，列表备查，不需逐条填写' : '所列均为疑似问题，须经核实');
  return parts.join('；');
}

/** Those of the first findings that stand on a list, or that do not. */
function* firstOf(findings: Iterable<Finding>, asList: boolean): Iterable<Finding> {
  let looked = 0;
  for (const finding of findings) {
    if (looked++ === rowsLookedAt) return;
    if ((finding.severity === 'list') === asList) yield finding;
  }
}

/**
 * The sheets of one rule. Findings of severity list stand on a list without columns to fill in; others of such a rule,
 * made doubtful, are questions and stand on a sheet of their own.
 */
export class RuleSheets {
  readonly #questions: TableSheet<Finding>;
  readonly #lists: TableSheet<Finding>;

  constructor(workbook: Workbook, findings: FindingList, rule: RuleCount, order: number, lastRow?: number) {
    const lists = rule.bySeverity.list;
    const questions = rule.total - lists;
    const layout = (asList: boolean, count: number, suffix: string): TableLayout<Finding> => ({
      title: rule.title,
      suffix,
      note: noteOf(rule, count, asList),
      place: (asList ? tabPlaces.lists : tabPlaces.questions) + order,
      columns: fittedColumns(
        ruleColumns(rule, asList),
        count === 0 ? [] : firstOf(findings.ofRule(rule.rule), asList),
        rule.total <= rowsLookedAt,
      ),
      frozenColumns: frozenColumns(rule),
    });
    const options = lastRow === undefined ? {} : { lastRow };
    this.#lists = new TableSheet(workbook, layout(true, lists, ''), options);
    // Only one sheet streams at a time: where a rule fills two, the doubtful few wait.
    this.#questions = new TableSheet(workbook, layout(false, questions, lists > 0 ? '（待核实）' : ''), {
      ...options,
      waits: lists > 0,
    });
  }

  add(finding: Finding): void | Promise<void> {
    return finding.severity === 'list' ? this.#lists.add(finding) : this.#questions.add(finding);
  }

  async finish(): Promise<void> {
    await this.#lists.finish();
    await this.#questions.finish();
  }

  /** The sheet where the rule's findings begin; '' where it found nothing. */
  get firstSheet(): string {
    return this.#questions.firstSheet || this.#lists.firstSheet;
  }
}
