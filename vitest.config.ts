import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Engine tests share one engine: one file after the other.
    fileParallelism: true,
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/engine/**'] } },
      { extends: true, test: { name: 'engine', include: ['test/engine/**/*.test.ts'], fileParallelism: false, testTimeout: 900_000, hookTimeout: 900_000 } },
    ],
  },
});
