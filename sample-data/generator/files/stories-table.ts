import type { County } from '../world/county.ts';
import type { Finding } from '../world/planted.ts';

const begin = '<!-- stories: written by npm run sample-data -->';
const end = '<!-- /stories -->';

/** The README with its two tables of stories as the county tells them now. */
export function withStories(readme: string, county: County): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error('the README has no place for the stories');
  const tables = [
    '### 2020H1, `half-year`',
    '',
    ...storiesTable(county.halfYearFindings),
    '',
    '### 2020Q3, `payout`',
    '',
    ...storiesTable(county.payoutFindings),
    '',
    '### Near misses: nobody may find these',
    '',
    '| job | rule | who | why not |',
    '| --- | --- | --- | --- |',
    ...county.nearMisses.map(({ job, rule, name, story }) => row([job, `\`${rule}\``, name, story])),
  ];
  return `${readme.slice(0, from)}${begin}\n\n${tables.join('\n')}\n\n${readme.slice(to)}`;
}

/** One line a rule and story, with the first few people who show it. */
function storiesTable(findings: readonly Finding[]): string[] {
  const stories = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.severity} ${finding.story}`;
    stories.set(key, [...(stories.get(key) ?? []), finding]);
  }
  const lines = [...stories.values()].map((same) => {
    const [first] = same;
    const names = same.slice(0, 3).map(({ name, account, township }) => name || account || township || '—');
    const who = same.length > names.length ? `${names.join('、')}等` : names.join('、');
    return row([`\`${first?.rule}\``, first?.severity ?? '', String(same.length), who, first?.story ?? '']);
  });
  return ['| rule | severity | findings | who | story |', '| --- | --- | --- | --- | --- |', ...lines.sort(byCodePoint)];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const byCodePoint = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
