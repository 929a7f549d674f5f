import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit, deskSizes } from './kit/audit.ts'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { snapFailure } from './kit/looks.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

/** Anybody reads the law, signed in or not, with or without JavaScript. */
describe.skipIf(noChromium)('the rule book 规则书', () => {
  let server: Server
  let phone: Phone

  beforeAll(async () => {
    server = await startServer()
    phone = await startPhone()
  })
  afterEach((context) => snapFailure(context, [phone]))
  afterAll(async () => {
    await phone?.forget()
    await server?.remove()
  })

  test('from the first page to an article, and from the article to its rule', async () => {
    const { page } = phone
    await page.goto(`${server.origin}/rules/`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const article = page.locator('#jiaozuo-20-7')
    await article.scrollIntoViewIfNeeded()
    const [rule] = await article.locator('.cited a').all()
    const target = await rule!.getAttribute('href')
    await rule!.click()
    expect(new URL(page.url()).hash).toBe(target)
    expect(await page.locator(target!).count()).toBe(1)
    expect(await page.locator('#jiaozuo-20-15').innerText()).toContain('T14')
  })

  test('without JavaScript it says the same, in both languages', async () => {
    const { page } = phone
    await page.goto(`${server.origin}/rules/`)
    const withScript = await page.locator('body').textContent()
    const plain = await page.context().browser()!.newContext({ javaScriptEnabled: false })
    const reader = await plain.newPage()
    await reader.goto(`${server.origin}/rules/`)
    expect(await reader.locator('body').textContent()).toBe(withScript)
    const english = reader.getByRole('link', { name: /English/ }).first()
    await english.click()
    await reader.getByRole('heading', { level: 1 }).waitFor()
    expect(await reader.locator('html').getAttribute('lang')).toMatch(/^en/)
    await plain.close()
  })

  test('can be read by day and by night, and asks no other host', async () => {
    const { page } = phone
    await page.goto(`${server.origin}/rules/`)
    const faults = await audit(page, 'rules', deskSizes)
    expect([faults, [...phone.asked], phone.complaints]).toEqual([[], [server.origin], []])
  })
})
