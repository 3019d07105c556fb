import type { Reporter, TestModule } from 'vitest/node';

/** Closes a test run with the one plain line that CI reads. */
export default class PassedFailedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) for (const test of module.children.allTests()) counts[test.result().state] += 1;
    const broken = modules.filter((module) => module.errors().length > 0).length;
    process.stdout.write(`${counts.passed} passed, ${counts.failed + broken} failed, ${counts.skipped} skipped\n`);
  }
}
