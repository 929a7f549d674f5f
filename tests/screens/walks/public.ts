import { deskSize } from '../walk.ts'
import type { Walk } from '../walk.ts'

export const home: readonly Walk[] = [
  {
    name: 'the doors',
    go: async ({ phone, origin }, at) => {
      const { page } = await phone()
      await page.goto(origin)
      await page.getByText('演示系统').waitFor()
      await at(page, 'doors', { in: 'zh' })
      await page.goto(`${origin}/no-such-page`)
      await at(page, 'no-such-page', { in: 'zh' })
    },
  },
]

export const p: readonly Walk[] = [
  {
    name: 'a pass and what is none',
    go: async ({ phone, origin, demoLinks }, at) => {
      const { page } = await phone()
      const [link = ''] = await demoLinks(/\/p#/)
      await page.goto(`${origin}/p`)
      await page.getByRole('heading', { name: '扫码查验通行证' }).waitFor()
      await at(page, 'none')
      await page.goto('about:blank')
      await page.goto(link)
      await page.getByText('有效', { exact: true }).waitFor()
      await page.getByText('线路', { exact: true }).waitFor()
      await at(page, 'valid')
      await page.goto('about:blank')
      await page.goto(link.slice(0, -20))
      await page.getByRole('heading', { name: '无法识别' }).waitFor()
      await at(page, 'unreadable')
      await page.goto('about:blank')
      await page.route('**/status/*', (route) => route.abort())
      await page.goto(link)
      await page.getByRole('heading', { name: '暂时查不到状态' }).waitFor()
      await at(page, 'unchecked')
      await page.goto('about:blank')
      await page.route('**/.well-known/*', (route) => route.abort())
      await page.goto(link)
      await page.getByRole('heading', { name: '没有网络' }).waitFor()
      await at(page, 'offline')
    },
  },
]

export const rules: readonly Walk[] = [
  {
    name: 'the rule book',
    go: async ({ phone, origin }, at) => {
      const { page } = await phone()
      for (const [language, path] of [
        ['zh', '/rules/'],
        ['en', '/rules/en/'],
      ] as const) {
        await page.setViewportSize({ width: 390, height: 844 })
        await page.goto(`${origin}${path}`)
        await at(page, 'book', { in: language })
        await page.locator('#V8').scrollIntoViewIfNeeded()
        await at(page, 'book-rule', { in: language })
        await page.locator('#jiaozuo-20-7').evaluate((part) => part.scrollIntoView())
        await at(page, 'book-article', { in: language })
        await page.setViewportSize(deskSize)
        await page.evaluate(() => scrollTo(0, 0))
        await at(page, 'book-desk', { in: language })
      }
    },
  },
]

export const demo: readonly Walk[] = [
  {
    name: 'the demonstration',
    go: async ({ phone, origin }, at) => {
      const { page } = await phone()
      await page.goto(`${origin}/demo/`)
      await at(page, 'top', { in: 'zh' })
      await page.getByRole('heading', { name: /扫码查验/ }).evaluate((part) => part.scrollIntoView())
      await at(page, 'trucks', { in: 'zh' })
      await page.getByRole('heading', { name: /指挥部/ }).evaluate((part) => part.scrollIntoView())
      await at(page, 'desks', { in: 'zh' })
    },
  },
]
