import { defineConfig } from 'vitest/config';

// Two projects: what every change runs, and what is slow by nature (hostile files, recalculated workbooks, state machine).
export default defineConfig({
  test: {
    reporters: ['default', './infra/passed-failed-reporter.ts'],
    projects: [
      {
        test: {
          name: 'fast',
          include: ['{schemas,functions,infra,sample-data}/**/*.test.ts'],
          exclude: ['**/*.slow.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
          // Loading the same modules anew for each file was a third of the time; a test that changes what is global puts it back.
          isolate: false,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['{schemas,functions,infra,sample-data}/**/*.slow.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
