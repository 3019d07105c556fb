import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { ReviewedAwsSolutionsChecks } from './accepted-findings.ts';
import { type Configuration, configurationSchema } from './configuration.ts';
import { AccessStack } from './stacks/access-stack.ts';
import { JobsStack } from './stacks/jobs-stack.ts';
import { ScheduleStack } from './stacks/schedule-stack.ts';
import { StorageStack } from './stacks/storage-stack.ts';

const homeRegions: Readonly<Record<string, string>> = { aws: 'ap-east-1', 'aws-cn': 'cn-north-1' };

/**
 * The whole installation, stacks in pipeline order. Context: `partition` (`aws` or `aws-cn`) and `region` choose where;
 * `account` may be left out, then the templates fit any.
 */
export function buildApp(counties: unknown, props?: AppProps) {
  const app = new App(props);
  const configuration: Configuration = configurationSchema.parse(counties);
  const partition = String(app.node.tryGetContext('partition') ?? 'aws');
  const home = homeRegions[partition];
  if (home === undefined) throw new Error(`partition ${partition}: aws or aws-cn`);
  const account = app.node.tryGetContext('account') as string | undefined;
  const env = { region: String(app.node.tryGetContext('region') ?? home), ...(account === undefined ? {} : { account }) };
  const storage = new StorageStack(app, 'DibaoStorage', { env, counties: configuration.counties });
  const access = new AccessStack(app, 'DibaoAccess', { env, storage });
  const jobs = new JobsStack(app, 'DibaoJobs', { env, storage });
  const schedule = new ScheduleStack(app, 'DibaoSchedule', { env, storage, jobs, counties: configuration.counties });
  const checks = new ReviewedAwsSolutionsChecks(app);
  Validations.of(app).addPlugins(checks);
  return { app, checks, stacks: { storage, access, jobs, schedule } };
}
