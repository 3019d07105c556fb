import type { Source } from '../../schemas/sources/source.ts';
import type { ColumnAssignment } from './headings/assign-columns.ts';
import { nearestHeadings } from './headings/nearest-headings.ts';

/** What refuses a file, in Chinese. */
export interface Problem {
  readonly reason: string;
  readonly mend: string;
}

const shownHeadings = 40;
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、');
const listed = (words: readonly string[]) =>
  words.length === 0 ? '（无）' : words.slice(0, shownHeadings).join('、') + (words.length > shownHeadings ? ' 等' : '');

/** Instead of headings, where the first row is already one of figures. */
export const noHeadings = '开头就是数据，没有像表头的行';

const inSheet = (sheet: string) => (sheet === '' ? '' : `工作表“${sheet}”`);

export function missingColumns(source: Source, assignment: ColumnAssignment, missing: readonly string[], sheet: string): Problem {
  const seen = assignment.cells.map(({ written }) => written);
  const unused = [...assignment.unknown, ...assignment.losers.map(({ cell }) => cell)].map(({ written }) => written);
  const near = missing.flatMap((name) => {
    const field = source.fields[name]!;
    const headings = nearestHeadings(field, unused);
    return headings.length === 0 ? [] : [`${field.heading}：${quoted(headings)}`];
  });
  const own = missing.map((name) => source.fields[name]!.heading);
  return {
    reason: `${inSheet(sheet)}缺少“${source.name}”必需的列${quoted(own)}。看到的表头：${listed(seen)}。${near.length === 0 ? '没有相近的表头' : `相近的表头：${near.join('；')}`}。`,
    mend: `请核对表头；若是该列的另一种写法，请加入县配置 headings.${source.id}.${missing[0]}。`,
  };
}

/** `seen`: of the first rows of the sheets, what may be a heading. */
export function headingNotFound(source: Source, seen: readonly string[]): Problem {
  const fields = Object.values(source.fields).filter(({ requirement }) => requirement === 'required');
  const near = fields.flatMap((field) => nearestHeadings(field, seen).map((heading) => `${heading}（${field.heading}）`));
  const content = seen.length === 0 ? noHeadings : `看到的内容：${listed(seen)}`;
  const layout = seen.length === 0 ? `；文件若本来就没有表头，请在县配置 layouts.${source.id} 中写明各列` : '';
  return {
    reason: `前 12 行中没有“${source.name}”的表头行。${content}。${near.length === 0 ? '' : `相近的：${listed([...new Set(near)])}。`}`,
    mend: `请核对是否放错文件夹；“${source.name}”必需的列：${fields.map(({ heading }) => heading).join('、')}${layout}。`,
  };
}

export function periodProblem(words: string, period: string, sheet: string, file: string): Problem {
  return {
    reason: `${inSheet(sheet)}标题、工作表名或文件名写的是“${words}”，不是本期 ${period}。`,
    mend: `请核对是否放错期别；确认无误可加参数 --accept-period ${file}。`,
  };
}

export function windowProblem(outside: number, paid: number, period: string, file: string): Problem {
  return {
    reason: `已发放的 ${paid} 行中有 ${outside} 行的交易日期不在本期 ${period} 前后（季初前 15 天至季末后 30 天）。`,
    mend: `请核对是否放错期别；确认无误可加参数 --accept-period ${file}。`,
  };
}
