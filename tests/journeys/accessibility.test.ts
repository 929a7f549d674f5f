import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStage } from '../screens/stage.ts'
import type { Stage } from '../screens/stage.ts'
import { settled, speak } from '../screens/walk.ts'
import type { At, Face } from '../screens/walk.ts'
import { faces } from '../screens/walks/index.ts'
import { audit, auditWords, deskSizes, phoneSizes } from './kit/audit.ts'
import { noChromium } from './kit/browser.ts'

/** Every screen of every face, as `npm run screens` draws them: by day and by night, in both languages, on small phones. */
describe.skipIf(noChromium)('every screen can be read and pressed', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
  })
  afterEach(async () => expect(await stage?.leave()).toEqual([]))
  afterAll(() => stage?.close())

  const walks = (Object.keys(faces) as Face[]).flatMap((face) => faces[face].map((walk) => ({ face, ...walk })))

  test.each(walks)('$face: $name', { timeout: 240_000 }, async ({ face, go }) => {
    const faults: string[] = []
    const at: At = async (page, name, only) => {
      await settled(page)
      const before = page.viewportSize()!
      const sizes = before.width > 1000 ? deskSizes : phoneSizes
      faults.push(...(await audit(page, name, sizes)))
      if (only === undefined) {
        await speak(page, 'en')
        faults.push(...(await auditWords(page, `${name} in English`, sizes)))
        await speak(page, 'zh')
      }
      await page.setViewportSize(before)
    }
    await go(stage, at)
    expect(faults, face).toEqual([])
  })
})
