import type { Source } from '../../schemas/sources/source.ts';
import type { ColumnAssignment } from './headings/assign-columns.ts';
import { headingRows } from './headings/find-heading.ts';
import { nearestHeadings } from './headings/nearest-headings.ts';
import { unsupportedUnit } from './headings/unsupported-unit.ts';

/** What refuses a file, in Chinese. */
export interface Problem {
  readonly reason: string;
  readonly mend: string;
}

const shownHeadings = 40;
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、');
export const listed = (words: readonly string[]): string =>
  words.length === 0 ? '（无）' : words.slice(0, shownHeadings).join('、') + (words.length > shownHeadings ? ' 等' : '');

/** Instead of headings, where the first row is already one of figures. */
export const noHeadings = '开头就是数据，没有像表头的行';

const inSheet = (sheet: string) => (sheet === '' ? '' : `工作表“${sheet}”`);

/** So many columns missing are rather another list than other words for its columns. */
const anotherList = 3;

export function missingColumns(source: Source, assignment: ColumnAssignment, missing: readonly string[], sheet: string): Problem {
  const seen = assignment.cells.map(({ written }) => written);
  const unused = [...assignment.unknown, ...assignment.losers.map(({ cell }) => cell)].map(({ written }) => written);
  const near = new Map(missing.map((name) => [name, nearestHeadings(source.fields[name]!, unused)]));
  for (const [name, headings] of near) if (headings.length === 0) near.delete(name);
  const own = missing.map((name) => source.fields[name]!.heading);
  const alike = [...near].map(([name, headings]) => `${source.fields[name]!.heading}：${quoted(headings)}`);
  const elsewhere =
    missing.length < anotherList ? '' : `；若此表不是“${source.name}”，请移到所属来源的文件夹，或删除、隐藏该工作表`;
  return {
    reason: `${inSheet(sheet)}缺少“${source.name}”必需的列${quoted(own)}。看到的表头：${listed(seen)}。${alike.length === 0 ? '没有相近的表头' : `相近的表头：${alike.join('；')}`}。`,
    mend: `请核对表头；若是该列的另一种写法，${inProfile(source, missing, near, new Set(assignment.unknown.map(({ written }) => written)))}${elsewhere}。`,
  };
}

/**
 * What to write into the county profile: the headings that look alike, save those that mean another column; without any,
 * where to write them.
 */
function inProfile(
  { id, fields }: Source,
  missing: readonly string[],
  near: ReadonlyMap<string, readonly string[]>,
  unknown: ReadonlySet<string>,
): string {
  const usable = [...near].flatMap(([name, headings]) => {
    const readable = headings.filter(
      (heading) => unknown.has(heading) && (fields[name]!.kind !== 'money' || unsupportedUnit(heading) === ''),
    );
    return readable.length === 0 ? [] : [[name, readable.slice(0, 1)] as const];
  });
  if (usable.length === 0) return `请加入县配置 headings.${id}.${missing[0]}`;
  return `请加入县配置（已有 headings 的并入其中）："headings": ${JSON.stringify({ [id]: Object.fromEntries(usable) })}`;
}

/** Amounts in a unit that is not read would be wrong by a power of ten. */
export function unitProblem(heading: string, unit: string, sheet: string): Problem {
  return {
    reason: `${inSheet(sheet)}金额列“${heading}”的单位“${unit}”不能识别。`,
    mend: '请换算成元，或在表头用括号写明（元）、（万元）或（分）。',
  };
}

/** Columns that a file of the source must have, as its headings call them. */
function requiredColumns({ fields }: Source): readonly string[] {
  return Object.values(fields).flatMap(({ requirement, heading, fallback }) => {
    if (requirement === 'optional') return [];
    return [fallback === undefined ? heading : `${heading}（或写在标题、文件名中）`];
  });
}

/** `seen`: of the first rows of the sheets, what may be a heading. */
export function headingNotFound(source: Source, seen: readonly string[]): Problem {
  const fields = Object.values(source.fields).filter(({ requirement }) => requirement === 'required');
  const near = fields.flatMap((field) => nearestHeadings(field, seen).map((heading) => `${heading}（${field.heading}）`));
  const content = seen.length === 0 ? noHeadings : `看到的内容：${listed(seen)}`;
  const layout = seen.length === 0 ? `；文件若本来就没有表头，请在县配置 layouts.${source.id} 中写明各列` : '';
  return {
    reason: `前 ${headingRows} 行中没有“${source.name}”的表头行。${content}。${near.length === 0 ? '' : `相近的：${listed([...new Set(near)])}。`}`,
    mend: `请核对是否放错文件夹；“${source.name}”必需的列：${requiredColumns(source).join('、')}${layout}。`,
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
