import type { Field, FieldTable } from '../../../schemas/sources/source.ts';
import { dayText } from '../../../schemas/values/day.ts';
import { onlyDay } from './data-day.ts';
import type { Titles } from './title-text.ts';

const urban = /城市低保|城镇|城市(?:居民)?最低生活保障/;
const rural = /农村低保|农村(?:居民)?最低生活保障/;

function areaOf(title: string): string {
  const [isUrban, isRural] = [urban.test(title), rural.test(title)];
  // A list of both says nothing of a row.
  return isUrban === isRural ? '' : isUrban ? '城市' : '农村';
}

function titleValue(field: Field, titles: Titles): string {
  if (field.kind === 'day') {
    const day = onlyDay(titles);
    return day === undefined ? '' : dayText(day);
  }
  const places = (field.fallback ?? []).map((place) => (place === 'title' ? titles.above : [titles[place]]));
  if (field.kind === 'choice')
    return (
      places
        .flat()
        .map(areaOf)
        .find((area) => area !== '') ?? ''
    );
  return places.flat()[0] ?? '';
}

/** Values that a title, the sheet's or the file's name gives for all rows of a sheet, as a cell would hold them. */
export function titleValues(fields: FieldTable, titles: Titles): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, field] of Object.entries(fields)) {
    if (field.fallback === undefined) continue;
    const value = titleValue(field, titles);
    if (value !== '') values.set(name, value);
  }
  return values;
}
