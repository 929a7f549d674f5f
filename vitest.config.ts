import { defineConfig } from 'vitest/config'

const none = '**/node_modules/**'
/** No test here changes for good how a module or a global behaves, and loading all anew for each file took a third of the time. */
const quick = { isolate: false, maxWorkers: '100%', sequence: { groupOrder: 1 } }

/** A browser on two busy cores misses its moments: whatever judges seconds, films or movement runs by itself. */
const alone = ['first-load', 'kill', 'layout-shift', 'on-site', 'plate-video', 'scan-films'].map(
  (name) => `tests/journeys/${name}.test.ts`,
)
const browser = { testTimeout: 120_000, hookTimeout: 120_000, globalSetup: 'tests/journeys/kit/pages-built.ts' }

/**
 * `unit` needs nothing and is over in seconds; `long` are proofs over a whole space, fuzzing, and servers started as processes;
 * `journeys` and then `moments` drive a real Chromium and say so when there is none.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/workers/**', 'tests/**/*.long.test.ts', none],
          testTimeout: 15_000,
          // One process for all: a seventh less work than with processes that are told every file by message.
          pool: 'threads',
          ...quick,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/**/*.long.test.ts'],
          exclude: [none],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...quick,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          // Every screen of every face against all of axe takes ten minutes by itself (2026-11-30): `npm run test:screens`.
          exclude: [
            ...(process.env['SCREENS'] === undefined ? ['tests/journeys/accessibility.test.ts'] : []),
            ...alone,
            none,
          ],
          ...browser,
          // Two at a time: while one waits for a clock or a timer the other works.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      { test: { name: 'moments', include: alone, ...browser, maxWorkers: 1, sequence: { groupOrder: 3 } } },
    ],
  },
})
