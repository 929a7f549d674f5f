import { describe, expect, test } from 'vitest'
import { noChromium } from './kit/browser.ts'
import { killRun } from './kit/kill-run.ts'

/** The small run; `npm run test:kill` makes the large one: 2,000 records, 50 kills. */
describe.skipIf(noChromium)('a browser that is killed again and again', () => {
  test('what the screen said is recorded is on the server, once', async () => {
    const report = await killRun({ records: 120, kills: 5, seed: 2022 })
    expect(report.stuck).toEqual([])
    expect(report.said).toBeGreaterThanOrEqual(120)
    expect([report.lost, report.twice]).toEqual([[], []])
  })
})
