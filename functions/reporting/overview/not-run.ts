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
      { heading: '规则', style: 'text', span: 3 },
      { heading: '条款', style: 'centered', span: 2 },
      { heading: '未运行的原因', style: 'long', span: page.rest(5) },
    ],
    findings.notRun.map(({ title, clause, reason }) => [title, clause, reason]),
  );
}

const meanings: Readonly<Record<string, string>> = {
  name: '单位名称',
  ruralStandard: '农村低保标准（元/人·年）',
  urbanStandard: '城市低保标准（元/人·年）',
  dueDates: '最迟发放日',
  headings: '表头的其他写法',
  words: '取值的其他写法',
  places: '乡镇、村的其他写法',
  layouts: '无表头文件的列次序',
  categoryIncluded: '合计金额是否已含分类施保金',
  breaker: '熔断比例',
  retentionYears: '保存年限',
};

/** Profile values that are not the default: two counties' reports may differ only by them. */
export function writeProfile(page: GridSheet, { profile }: Report, number: string): void {
  page.section(`${number}、与默认值不同的参数`);
  if (profile.differs.length === 0) {
    page.text('全部参数均为默认值。', 'plain');
    return;
  }
  page.table(
    [
      { heading: '含义', style: 'text', span: 2 },
      { heading: '县配置中的位置', style: 'text', span: 5 },
      { heading: '本次取值', style: 'long', span: page.rest(7) },
    ],
    profile.differs.map(asWritten).map(({ path, value }) => [meanings[path.split('.', 1)[0] ?? ''] ?? '', path, value]),
  );
}
