import { defineConfig } from 'vitest/config'

/** Two projects: `unit` is quick and needs nothing; `journeys` drives a real Chromium and says so when there is none. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/workers/**', '**/node_modules/**'],
          // No test here changes a module or a global for good, and loading all anew for each file took a third of the time.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          fileParallelism: false,
          // After the unit tests: a browser on two busy cores misses its moments.
          sequence: { groupOrder: 2 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
