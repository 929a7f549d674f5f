import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'workers', include: ['*.test.ts'], fileParallelism: false, testTimeout: 30_000, hookTimeout: 60_000 },
})
