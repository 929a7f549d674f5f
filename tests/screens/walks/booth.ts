import type { Page } from 'playwright-core'
import { enrolByLink } from '../../journeys/kit/inspector.ts'
import type { Stage } from '../stage.ts'

/** The message of the last deed has gone by itself. */
export const toastGone = (page: Page) => page.locator('.toast').waitFor({ state: 'detached' })

/** A bound phone at its scan screen. */
export async function bound({ phone, enrolment }: Stage, login: string): Promise<Page> {
  const { page } = await phone()
  await enrolByLink(page, await enrolment(login))
  await toastGone(page)
  return page
}
