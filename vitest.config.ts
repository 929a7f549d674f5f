import { defineConfig } from 'vitest/config'

const none = '**/node_modules/**'
/** No test here changes a module or a global for good, and loading all anew for each file took a third of the time. */
const quick = { isolate: false, maxWorkers: '100%', sequence: { groupOrder: 1 } }

/**
 * `unit` needs nothing and is over in seconds; `long` are proofs over a whole space, fuzzing, and servers started as processes;
 * `journeys` drives a real Chromium and says so when there is none.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/workers/**', 'tests/**/*.long.test.ts', none],
          ...quick,
        },
      },
      { test: { name: 'long', include: ['tests/**/*.long.test.ts'], exclude: [none], testTimeout: 30_000, ...quick } },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          // Every screen of every face against all of axe takes ten minutes by itself (2026-11-30): `npm run test:screens`.
          exclude: process.env['SCREENS'] === undefined ? ['tests/journeys/accessibility.test.ts', none] : [none],
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
