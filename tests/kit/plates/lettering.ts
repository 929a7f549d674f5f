import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'

/** Words as they are painted on trucks: white on blue or black on yellow, as wide as a plate. */
export async function drawLettering(page: Page, words: readonly string[]): Promise<readonly Picture[]> {
  const urls = await page.evaluate((texts) => {
    return texts.map((text, at) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 880, height: 280 })
      const context = canvas.getContext('2d')!
      context.fillStyle = at % 2 ? '#f2b21b' : '#27508f'
      context.fillRect(0, 0, 880, 280)
      context.fillStyle = at % 2 ? '#15130c' : '#f4f6fb'
      context.font = '700 180px "Noto Sans CJK SC"'
      context.textBaseline = 'middle'
      context.textAlign = 'center'
      context.fillText(text, 440, 145, 820)
      return canvas.toDataURL('image/png')
    })
  }, words)
  return urls.map((url) => {
    const { width, height, data } = PNG.sync.read(Buffer.from(url.split(',')[1]!, 'base64'))
    return { width, height, data }
  })
}
