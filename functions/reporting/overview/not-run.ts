import { asWritten } from '../profile-value.ts';
import type { Report } from '../report.ts';
import type { GridSheet } from '../workbook/grid-sheet.ts';

/** Rules that did not run are not rules that found nothing: both are said, each with its reason. */
export function writeNotRun(page: GridSheet, { findings }: Report, number: string): void {
  page.section(`${number}、未运行的规则`);
  if (findings.notRun.length === 0) {
    page.text('全部规则均已运行。', 'plain');
    return;
  }
  page.table(
    [
      { heading: '规则', style: 'text' },
      { heading: '条款', style: 'centered' },
      { heading: '未运行的原因', style: 'long', span: page.rest(2) },
    ],
    findings.notRun.map(({ title, clause, reason }) => [title, clause, reason]),
  );
}

/** Profile values that are not the default: two counties' reports may differ only by them. */
export function writeProfile(page: GridSheet, { profile }: Report, number: string): void {
  page.section(`${number}、与默认值不同的参数`);
  if (profile.differs.length === 0) {
    page.text('全部参数均为默认值。', 'plain');
    return;
  }
  page.table(
    [
      { heading: '参数', style: 'text', span: 6 },
      { heading: '本次取值', style: 'long', span: page.rest(6) },
    ],
    profile.differs.map(asWritten).map(({ path, value }) => [path, value]),
  );
}
