import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from './build-app.ts';

const counties = [
  { code: '230123', name: '甲县' },
  { code: '230124', name: '乙县', schedules: { payout: 'cron(0 2 20 1,4,7,10 ? *)' } },
];
const flags = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context;

/** The templates of an installation, for tests: of two counties unless others are given, without their functions' bundles. */
export function synthesize(context: Record<string, unknown> = {}, served: readonly object[] = counties) {
  const { app, stacks, checks } = buildApp(
    { counties: served },
    {
      context: { ...flags, 'aws:cdk:bundling-stacks': [], ...context },
      outdir: join(tmpdir(), `dibao-synth-${process.pid}-${Math.random()}`),
    },
  );
  app.synth();
  const templates = {
    storage: Template.fromStack(stacks.storage),
    access: Template.fromStack(stacks.access),
    jobs: Template.fromStack(stacks.jobs),
    schedule: Template.fromStack(stacks.schedule),
  };
  return { templates, checks, text: Object.values(templates).map((template) => JSON.stringify(template.toJSON())) };
}

/** A resource of a policy as `Bucket/key pattern`, whatever the template's references look like. */
export function shortened(resource: unknown): string {
  return JSON.stringify(resource)
    .replace(
      /.*?(?:ExportsOutput(?:FnGetAtt|Ref))?(Inbox|Configuration|Reports|Snapshots|Outcomes)(Key)?[0-9A-F]{8}.*?(?:"\},"(\/[^"]*)".*|"\}$)/,
      '$1$2$3',
    )
    .replace(/.*"(\w+?)(Log|DeadLetters)[0-9A-F]{8}.*/, '$1 $2')
    .replace(/.*:(secret:[^"]*).*/, '$1');
}
