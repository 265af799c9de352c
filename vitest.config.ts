import { defineConfig } from 'vitest/config';

/** Tests that run the built command. */
const built = ['test/bench/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/examples.test.ts', 'test/package.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // Nothing that they import keeps anything: each file need not load the compiler again.
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/engine/**', ...built], isolate: false },
      },
      { extends: true, test: { name: 'built', include: built, globalSetup: 'test/support/build.ts', testTimeout: 120_000, hookTimeout: 300_000 } },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          globalSetup: 'test/support/build.ts',
          // They share one engine. Each file has names, ports and folders of its own, so that two can run beside each other; more would only wait.
          maxWorkers: 2,
          // Package registries and an engine that others use, too, fail now and then.
          retry: (process.env['CI'] ?? '') === '' ? 0 : 1,
          sequence: { groupOrder: 1 },
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
