import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBundle } from '../../functions/local/write-bundle.mjs';
import { writeBigWorkbook } from './big-workbook.ts';
import { writeHalfYearCounty } from './half-year-county.ts';
import { type Measured, measure, mediansInTurn } from './measure.ts';
import { writePayoutCounty } from './payout-county.ts';
import { type BenchName, benchSizes } from './sizes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));
const program = fileURLToPath(new URL('../../functions/local/dibao.mjs', import.meta.url));
const findingsOnly = fileURLToPath(new URL('findings-only.mjs', import.meta.url));
const decodeOnly = fileURLToPath(new URL('decode-only.mjs', import.meta.url));

const counties = Object.keys(benchSizes) as BenchName[];
const workbooks = { 'workbook-inline': 'inline-strings', 'workbook-shared': 'shared-strings' } as const;

/** Seconds; three runs that are shorter say little. */
const shortRun = 2;

const wanted = process.argv.slice(2);
const known = (name: string) => name === 'workbook' || name in benchSizes;
if (!wanted.every(known)) {
  console.error(`npm run bench -- [${[...counties, 'workbook'].join(' | ')}]...`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : ['county', 'large', 'payout', 'workbook'];

// As after an installation; what has changed since would run from its sources.
await writeBundle();
await writeBundle(root, 'sample-data/bench/findings-only.ts', '.cache/bench/program');

const targets = [
  '| job, size | rows in | findings | decode-only | findings without workbook | whole | peak memory | rows/s | stages (s) |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
const workbookTable = ['| `dibao check` | rows | whole | rows/s | peak memory |', '| --- | --- | --- | --- | --- |'];
for (const name of counties.filter((county) => names.includes(county))) targets.push(await bench(name));
if (names.includes('workbook')) {
  for (const [name, form] of Object.entries(workbooks)) workbookTable.push(await benchWorkbook(name, form));
}
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}; medians of 3 runs in turn, of 9 where they are short\n`,
);
if (targets.length > 2) console.log(targets.join('\n'));
if (workbookTable.length > 2) console.log(`\n${workbookTable.join('\n')}`);

/** `dibao check` over one workbook of 100,000 rows: opening, finding the heading, reading every row. */
async function benchWorkbook(name: string, form: (typeof workbooks)[keyof typeof workbooks]): Promise<string> {
  const path = join(cache, name, '农村低保台账.xlsx');
  if (!existsSync(path)) writeBigWorkbook(path, form);
  const words = [program, 'check', path, '--source', 'dibao-roster', '--json'];
  const warm = await measure(words);
  if (warm.exitCode !== 0) throw new Error(`check ended with ${warm.exitCode}: ${warm.stderr.slice(-2000)}`);
  const [whole] = (await mediansInTurn([words])) as [Measured];
  const speed = Math.round(100_000 / whole.seconds).toLocaleString('en');
  return `| ${name} | 100,000 | ${whole.seconds.toFixed(2)} s | ${speed} | ${Math.round(whole.peak)} MB |`;
}

async function bench(name: BenchName): Promise<string> {
  const { job, period } = benchSizes[name];
  const inbox = join(cache, name, 'inbox');
  const rows = make(name, join(inbox, '230123', period));
  const out = join(cache, name, 'out');
  const words = [program, job, '--inbox', inbox, '--county', '230123', '--period', period, '--out', out, '--force'];
  // Once for the compile cache and the disk's; what counts comes after.
  const warm = await measure(words);
  if (warm.exitCode !== 0) throw new Error(`the run ended with ${warm.exitCode}: ${warm.stderr.slice(-2000)}`);
  const wordsOfFound = [findingsOnly, job, inbox, period, join(out, 'findings-only.csv')];
  // It keeps what it has compiled too.
  await measure(wordsOfFound);
  const rounds = warm.seconds < shortRun ? 9 : 3;
  const programs = [[decodeOnly, ...textFiles(inbox)], wordsOfFound, words];
  const [decoded, found, whole] = (await mediansInTurn(programs, rounds)) as [Measured, Measured, Measured];
  const summary = JSON.parse(readFileSync(join(out, '230123', period, job, 'summary.json'), 'utf8'));
  const times = ({ seconds }: Measured) => `${(seconds / decoded.seconds).toFixed(1)}× (${seconds.toFixed(2)} s)`;
  const cells = [
    `${job}, ${name === 'payout' ? 'large' : name}`,
    rows.toLocaleString('en'),
    Number(summary.findings.total).toLocaleString('en'),
    `${decoded.seconds.toFixed(2)} s`,
    times(found),
    times(whole),
    `${Math.round(whole.peak)} MB`,
    Math.round(rows / whole.seconds).toLocaleString('en'),
    whole.stages.map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)}`).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Makes the county once for its size and keeps it; delete `.cache/bench` after any other change of what is written. */
function make(name: BenchName, folder: string): number {
  const done = join(folder, '..', 'made.json');
  const size = benchSizes[name];
  const before = existsSync(done) ? JSON.parse(readFileSync(done, 'utf8')) : undefined;
  const isMade = before !== undefined && JSON.stringify(before.size) === JSON.stringify(size);
  if (!isMade) rmSync(folder, { recursive: true, force: true });
  const write = size.job === 'half-year' ? writeHalfYearCounty : writePayoutCounty;
  const rows: Record<string, number> = isMade ? before.rows : write(folder, size);
  writeFileSync(done, JSON.stringify({ size, rows }));
  console.error(`${name}: ${JSON.stringify(rows)}`);
  return Object.values(rows).reduce((sum, more) => sum + more, 0);
}

/** Every text file with the encoding it was written in: the second, fourth … of each source are GB18030. */
function textFiles(inbox: string): string[] {
  return readdirSync(inbox, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv') && statSync(join(inbox, path)).isFile())
    .map((path) => {
      const number = Number(/第(\d+)册/.exec(path)?.[1]);
      return `${number % 2 === 0 ? 'gb18030' : 'utf-8'}=${join(inbox, path)}`;
    });
}
