import type { Page } from 'playwright-core'
import { enrolByLink } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'

/** The message of the last deed has gone by itself. */
export const toastGone = (page: Page) => page.locator('.toast').waitFor({ state: 'detached' })

const shared = new WeakMap<Stage, Promise<Page>>()

/** One bound phone for all walks that end where they begin, at the scan screen: enrolling takes longer than most of them. */
export function sharedBooth(stage: Stage): Promise<Page> {
  const booth = shared.get(stage) ?? enrolled(stage)
  shared.set(stage, booth)
  return booth
}

async function enrolled({ phone, enrolment }: Stage): Promise<Page> {
  const { page } = await phone({ stays: true })
  await enrolByLink(page, await enrolment('screens-shared'))
  await toastGone(page)
  return page
}

/** A bound phone at its scan screen. */
export async function bound({ phone, enrolment }: Stage, login: string): Promise<Page> {
  const { page } = await phone()
  await enrolByLink(page, await enrolment(login))
  await toastGone(page)
  return page
}
