import { countyProfile } from './county-profile.ts';
import { expectedFindingsCsv, expectedMoneyCsv, expectedRejectsCsv, nearMissesCsv } from './files/expected-csv.ts';
import { withStories } from './files/stories-table.ts';
import { textFileBytes } from './files/text-file.ts';
import { workbookBytes } from './files/workbook-bytes.ts';
import { sampleFiles, sampleWorkbooks } from './sample-files.ts';
import { tellCounty } from './stories/stories.ts';
import { expectedMoney } from './world/money.ts';

const workbooks = 'inbox-workbooks/230123';

/** A layout without headings is text, in the workbooks' inbox too. */
const postBank = '邮储代发结果';

/** Everything that the generator makes, by path below `sample-data/`. `readme`: the one that stands. */
export function sampleData(readme: string): ReadonlyMap<string, Uint8Array> {
  const county = tellCounty();
  const files = new Map<string, Uint8Array>();
  const text = (path: string, content: string) => files.set(path, new TextEncoder().encode(content));
  for (const file of sampleFiles(county)) files.set(`inbox/230123/${file.path}`, textFileBytes(file));
  for (const workbook of sampleWorkbooks(county)) files.set(`${workbooks}/${workbook.path}`, workbookBytes(workbook));
  for (const file of sampleFiles(county).filter(({ path }) => path.includes(postBank)))
    files.set(`${workbooks}/${file.path}`, textFileBytes(file));
  for (const inbox of ['inbox/230123', workbooks]) text(`${inbox}/county.json`, `${JSON.stringify(countyProfile, null, 2)}\n`);
  text('expected-findings.csv', expectedFindingsCsv(county.halfYearFindings));
  text('expected-payout-findings.csv', expectedFindingsCsv(county.payoutFindings));
  text('expected-rejects.csv', expectedRejectsCsv(county.rejects));
  text('expected-money.csv', expectedMoneyCsv(expectedMoney(county)));
  text('near-misses.csv', nearMissesCsv(county.nearMisses));
  text('README.md', withStories(readme, county));
  return files;
}
