import * as z from 'zod';
import { profileProblem } from './profile-problem.ts';
import { type FieldTable, type SourceId, sourceIds } from './sources/source.ts';
import { sources } from './sources/sources.ts';
import { type Day, readDay } from './values/day.ts';
import { type Fen, readMoney } from './values/money.ts';
import { parsePeriod } from './values/period.ts';
import { normaliseKey } from './values/text.ts';

const fieldsOf = (source: string): FieldTable => sources[source as SourceId].fields;

const sourceKey = z.enum(sourceIds);
const year = z.string().regex(/^\d{4}$/, { error: '年份应为四位数字' });
const nonEmpty = z.string().trim().min(1, { error: '不能为空' });

const yearlyStandard = z
  .number()
  .positive({ error: '标准应大于 0（元/人·年）' })
  .transform((yuan, context): Fen => {
    const fen = readMoney(yuan);
    if (fen !== undefined) return fen;
    context.addIssue({ code: 'custom', message: '金额最多两位小数' });
    return z.NEVER;
  });

const calendarDay = z.string().transform((text, context): Day => {
  const day = readDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: '日期应写作 2020-01-20' });
  return z.NEVER;
});

const quarter = z.string().refine((text) => parsePeriod(text)?.kind === 'quarter', { error: '季度应写作 2020Q3' });

const headings = z.partialRecord(sourceKey, z.record(z.string(), z.array(nonEmpty))).superRefine((value, context) => {
  for (const [source, fields] of Object.entries(value)) {
    for (const field of Object.keys(fields ?? {})) {
      if (!Object.hasOwn(fieldsOf(source), field)) {
        context.addIssue({ code: 'custom', path: [source, field], message: '没有这个字段' });
      } else if (fieldsOf(source)[field]!.derived !== undefined) {
        context.addIssue({ code: 'custom', path: [source, field], message: '该字段不从表头读取' });
      }
    }
  }
});

/**
 * A profile may give a built-in word another meaning, but not a word that is a value itself, nor one that it has given a
 * meaning already.
 */
function wordProblems(entries: Readonly<Record<string, readonly string[]>>, known: readonly string[]) {
  const meanings = new Map(known.map((value) => [normaliseKey(value), value]));
  return Object.entries(entries).flatMap(([value, others]) =>
    others.flatMap((written, at) => {
      const word = normaliseKey(written);
      const other = meanings.get(word) ?? value;
      meanings.set(word, value);
      if (other === value) return [];
      const message = known.some((each) => normaliseKey(each) === word) ? '已是另一个取值' : `已写在“${other}”下`;
      return [{ path: [value, at], message: `“${word}”${message}` }];
    }),
  );
}

const words = z
  .partialRecord(sourceKey, z.record(z.string(), z.record(z.string(), z.array(nonEmpty))))
  .superRefine((value, context) => {
    for (const [source, fields] of Object.entries(value)) {
      for (const [name, entries] of Object.entries(fields ?? {})) {
        const field = fieldsOf(source)[name];
        const known =
          field?.kind === 'yes' ? ['是', '否'] : field?.kind === 'choice' ? Object.keys(field.words ?? {}) : undefined;
        if (field === undefined || known === undefined || field.derived !== undefined) {
          context.addIssue({ code: 'custom', path: [source, name], message: '没有这个选择类字段' });
          continue;
        }
        for (const word of Object.keys(entries)) {
          if (!known.includes(word)) {
            context.addIssue({ code: 'custom', path: [source, name, word], message: `应为 ${known.join('、')} 之一` });
          }
        }
        for (const { path, message } of wordProblems(entries, known)) {
          context.addIssue({ code: 'custom', path: [source, name, ...path], message });
        }
      }
    }
  });

const layout = z.strictObject({
  columns: z.array(z.string()).min(1, { error: '至少一列' }),
  unit: z.enum(['元', '分', '万元']).default('元'),
  success: z.array(nonEmpty).default([]),
  returned: z.array(nonEmpty).default([]),
});

/** A text file without a heading row: its columns by position (`''` = not used), the money's unit, the result codes. */
export type Layout = z.output<typeof layout>;

const layouts = z.partialRecord(sourceKey, z.array(layout)).superRefine((value, context) => {
  for (const [source, list] of Object.entries(value)) {
    for (const [index, { columns }] of (list ?? []).entries()) {
      const seen = new Set<string>();
      for (const [at, field] of columns.entries()) {
        const path = [source, index, 'columns', at];
        if (field === '') continue;
        if (!Object.hasOwn(fieldsOf(source), field)) context.addIssue({ code: 'custom', path, message: '没有这个字段' });
        if (seen.has(field)) context.addIssue({ code: 'custom', path, message: '同一字段出现两次' });
        seen.add(field);
      }
    }
  }
});

const breaker = z.strictObject({
  rejectedShare: z.number().min(0).max(0.5).default(0.2),
  findingShare: z.number().min(0).max(0.95).default(0.8),
});

/** Else zod compiles a parser, which takes longer than parsing the one profile of a run. */
const once = { jitless: true };

const profileSchema = z.strictObject({
  name: nonEmpty.default(''),
  ruralStandard: z.record(year, yearlyStandard).default({}),
  urbanStandard: z.record(year, yearlyStandard).default({}),
  dueDates: z.record(quarter, calendarDay).default({}),
  headings: headings.default({}),
  words: words.default({}),
  places: z.record(nonEmpty, nonEmpty).default({}),
  layouts: layouts.default({}),
  categoryIncluded: z.partialRecord(sourceKey, z.boolean()).default({}),
  breaker: breaker.prefault({}),
  retentionYears: z.int().min(1).max(100).default(10),
});

/**
 * What a county configures: its names, headings and words, standards (fen a person and year), due dates, file layouts
 * and the limits beyond which a run stops. Every key has a default.
 */
export type CountyProfile = z.output<typeof profileSchema>;

/** Why a profile is refused: one Chinese sentence a problem, each with its path. */
export class ProfileRefused extends Error {
  override readonly name = 'ProfileRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('county profile refused');
    this.problems = problems;
  }
}

function jsonOf(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
    const where = line === undefined ? '' : `第 ${line} 行第 ${column} 个字符附近有误，`;
    throw new ProfileRefused([`县配置文件不是有效的 JSON：${where}请检查引号（须是英文的 "）、逗号和括号。`]);
  }
  const [twice] = repeatedKeys(text, json);
  if (twice !== undefined) throw new ProfileRefused([`“${twice}”在同一处写了两次，只有后一个会算数：请并成一个。`]);
  return json;
}

/** Keys that stand more often in the text than in what `JSON.parse` made of it, which keeps the last of equal ones. */
function repeatedKeys(text: string, json: unknown): readonly string[] {
  const left = new Map<string, number>();
  for (const [string, isKey] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    if (isKey === undefined) continue;
    const key = JSON.parse(string.slice(0, -isKey.length)) as string;
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (!Array.isArray(value)) left.set(key, (left.get(key) ?? 0) - 1);
      visit(each);
    }
  };
  visit(json);
  return [...left].filter(([, more]) => more > 0).map(([key]) => key);
}

/** Throws `ProfileRefused` where the text is no JSON, holds an unknown key or a wrong value. */
export function parseCountyProfile(text: string): CountyProfile {
  const json = jsonOf(text.replace(/^\uFEFF/, ''));
  const result = profileSchema.safeParse(json, once);
  if (!result.success) throw new ProfileRefused(result.error.issues.flatMap(profileProblem));
  return result.data;
}

/** The profile of a county that configures nothing. */
export const defaultProfile: CountyProfile = profileSchema.parse({}, once);
