import type { Page } from 'playwright-core'

/** Keys as the system hands them on, one after the other without waiting: no hand and no test tool types so fast. */
export async function shootGun(page: Page, text: string, end = 'Enter'): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const press = (key: string, typed: string) => [
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, unmodifiedText: typed }),
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ]
  await Promise.all([...Array.from(text, (letter) => press(letter, letter)), press(end, '\r')].flat())
  await keyboard.detach()
}
