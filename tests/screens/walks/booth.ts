import type { Page } from 'playwright-core'
import { enrolByLink } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'

/** The message of the last deed has gone by itself. */
export const toastGone = (page: Page) => page.locator('.toast').waitFor({ state: 'detached' })

/** A release closes by itself after some seconds; a picture of it takes longer. */
const stays = (page: Page) => page.evaluate(() => localStorage.setItem('changxing.closes', 'false'))

const shared = new WeakMap<Stage, Promise<Page>>()

/**
 * One bound phone for all walks that end where they begin, at the scan screen: enrolling takes longer than most of them. A walk
 * that did not come to its end leaves it to nobody.
 */
export async function withSharedBooth(stage: Stage, walk: (page: Page) => Promise<void>): Promise<void> {
  const booth = shared.get(stage) ?? enrolled(stage)
  shared.delete(stage)
  await walk(await booth)
  shared.set(stage, booth)
}

async function enrolled({ phone, enrolment }: Stage): Promise<Page> {
  const { page } = await phone({ stays: true })
  await enrolByLink(page, await enrolment(`screens-${crypto.randomUUID().slice(0, 8)}`))
  await toastGone(page)
  await stays(page)
  return page
}

/** A bound phone at its scan screen. */
export async function bound({ phone, enrolment }: Stage, login: string): Promise<Page> {
  const { page } = await phone()
  await enrolByLink(page, await enrolment(login))
  await toastGone(page)
  await stays(page)
  return page
}
