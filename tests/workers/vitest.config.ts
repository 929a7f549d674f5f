import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'workers',
    silent: 'passed-only',
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    // On a busy machine the proxy between Node and workerd drops a handle now and then (seen 2026-11-30, 1 of 34, not again).
    retry: 1,
    hookTimeout: 60_000,
  },
})
