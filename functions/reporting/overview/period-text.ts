import { parsePeriod } from '../../../schemas/values/period.ts';

/** `2020年上半年`, `2020年第三季度`, `2020年6月`; as given where it is none of them. */
export function periodText(text: string): string {
  const period = parsePeriod(text);
  if (period === undefined) return text;
  const month = Math.floor(period.firstDay / 100) % 100;
  if (period.kind === 'half') return `${period.year}年${month === 1 ? '上' : '下'}半年`;
  if (period.kind === 'quarter') return `${period.year}年第${'一二三四'[(month - 1) / 3]}季度`;
  return `${period.year}年${month}月`;
}
