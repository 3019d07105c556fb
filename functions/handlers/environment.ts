import * as z from 'zod';

const name = z.string().min(1);

/** What a deployed function is told by its stack; see `infra/stacks/jobs-stack.ts`. */
const environmentSchema = z.object({
  INBOX_BUCKET: name,
  CONFIGURATION_BUCKET: name,
  REPORTS_BUCKET: name,
  SNAPSHOTS_BUCKET: name,
  OUTCOMES_TOPIC: name,
  /** A county's secret is `<prefix><county>/finding-key`. */
  FINDING_KEY_PREFIX: name,
  METRIC_NAMESPACE: name,
});

export type Environment = z.infer<typeof environmentSchema>;

/** The names are ours, so they may be logged. */
export class EnvironmentIncomplete extends Error {
  override readonly name = 'EnvironmentIncomplete';
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`missing: ${missing.join(', ')}`);
    this.missing = missing;
  }
}

/** Throws `EnvironmentIncomplete`, which names every variable that is missing or empty, not just the first. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new EnvironmentIncomplete([...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]);
}
