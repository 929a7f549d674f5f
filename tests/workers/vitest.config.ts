import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'workers',
    silent: 'passed-only',
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
