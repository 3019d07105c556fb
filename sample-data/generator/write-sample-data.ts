import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleData } from './sample-data.ts';

// `npm run sample-data`: the county's files as they lie in the repository, and nothing else in its inboxes.
const home = join(import.meta.dirname, '..');
const files = sampleData(readFileSync(join(home, 'README.md'), 'utf8'));
for (const inbox of ['inbox', 'inbox-workbooks']) rmSync(join(home, inbox), { recursive: true, force: true });
for (const [path, bytes] of files) {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), bytes);
}
console.log(`${files.size} files`);
