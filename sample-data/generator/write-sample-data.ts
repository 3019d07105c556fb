import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countyProfile } from './county-profile.ts';
import { expectedFindingsCsv, expectedRejectsCsv, nearMissesCsv } from './files/expected-csv.ts';
import { textFileBytes } from './files/text-file.ts';
import { sampleFiles } from './sample-files.ts';
import { tellCounty } from './stories/stories.ts';

const home = join(import.meta.dirname, '..');
const inbox = join(home, 'inbox', '230123');

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const county = tellCounty();
for (const period of ['2020H1', '2020Q3']) rmSync(join(inbox, period), { recursive: true, force: true });
for (const file of sampleFiles(county)) write(join(inbox, file.path), textFileBytes(file));
write(join(inbox, 'county.json'), JSON.stringify(countyProfile, null, 2) + '\n');
write(join(home, 'expected-findings.csv'), expectedFindingsCsv(county.halfYearFindings));
write(join(home, 'expected-payout-findings.csv'), expectedFindingsCsv(county.payoutFindings));
write(join(home, 'expected-rejects.csv'), expectedRejectsCsv(county.rejects));
write(join(home, 'near-misses.csv'), nearMissesCsv(county.nearMisses));
