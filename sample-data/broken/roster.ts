import { checkCharacter } from '../../schemas/values/resident-id.ts';

/** Made-up people of a made-up county; their ids have right check digits. */
export const people = [
  ['农村', '丁一凡', '丁一凡', '23012319680312001', '户主', '330', '青松镇', '东山村'],
  ['农村', '冯二喜', '冯二喜', '23012319551102002', '户主', '410.5', '青松镇', '西岗村'],
  ['城市', '万三元', '万三元', '23012319720707003', '户主', '560', '柳河镇', '和平社区'],
  ['农村', '龙四海', '龙四海', '23012319490115004', '户主', '285', '柳河镇', '南甸村'],
].map(([area = '', head = '', name = '', id = '', ...rest]) => [area, head, name, id + checkCharacter(id), ...rest] as const);

export const headings = ['城乡类别', '户主姓名', '姓名', '身份证号', '与户主关系', '月保障金额', '乡镇', '村'] as const;

/** Heading row and people. */
export const table: readonly (readonly string[])[] = [headings, ...people];

/** The id of a person in the text of a file. */
export const idOf = (person: number): string => people[person]?.[3] ?? '';

/** The accepted row of a person, as `Expected` gives it. */
export function accepted(
  person: number,
  row: number,
  changes: { name?: string; id?: string; problem?: string; yuan?: string } = {},
): string {
  const [, , name, id, , yuan] = people[person] ?? [];
  const amount = Number(changes.yuan ?? yuan).toFixed(2);
  return [row, changes.name ?? name, changes.id ?? id, changes.problem ?? 'none', amount].join(' ');
}

/** All people, the heading row being `heading`. */
export const everyone = (heading = 1): string[] => people.map((_, index) => accepted(index, heading + 1 + index));

/** Delimited text of a table. */
export function delimited(rows: readonly (readonly string[])[] = table, delimiter = ',', newline = '\r\n'): string {
  return rows.map((cells) => cells.join(delimiter) + newline).join('');
}

/** The table with one cell changed; row 0 is the heading row. */
export function changed(row: number, column: number, value: string): string[][] {
  return table.map((cells, index) => cells.map((cell, at) => (index === row && at === column ? value : cell)));
}

/** Like the table, with as many rows of the first person's household more as asked for. */
export function longTable(rows: number): (readonly string[])[] {
  return [...table, ...Array.from({ length: rows - people.length }, (_, index) => people[index % people.length] ?? [])];
}
