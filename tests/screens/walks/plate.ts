import { choosePlatePhoto, streak } from '../../journeys/kit/plate-photo.ts'
import * as booth from '../../journeys/kit/inspector.ts'
import { shownToBooth } from '../../journeys/kit/time.ts'
import type { Stage } from '../stage.ts'
import type { At, Walk } from '../walk.ts'
import { bound } from './booth.ts'

async function reading(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-plate')
  await page.context().setOffline(true)
  await booth.press(page, '扫车牌')
  await page.getByText('没有网络，识别包还没有下载').waitFor()
  await at(page, 'plate-not-loaded')
  await page.context().setOffline(false)
  await page.locator('.plate-note').waitFor({ state: 'detached', timeout: 60_000 })
  await at(page, 'plate-looking')
  await choosePlatePhoto(page, '豫A8G762', 'yellow', streak(614, 46))
  await page.getByRole('button', { name: /^用此车牌/ }).waitFor({ timeout: 60_000 })
  await at(page, 'plate-photo')
  await page.getByRole('button', { name: /^第4位/ }).click()
  await at(page, 'plate-correct')
  await page.getByRole('button', { name: /^第1位/ }).click()
  await at(page, 'plate-province-corrected')
}

async function held(stage: Stage, at: At): Promise<void> {
  const page = await bound(stage, 'screens-held')
  const [link = ''] = await stage.demoLinks(/^\/checkpoint\/#code=/)
  await shownToBooth(page, decodeURIComponent(link.split('#code=')[1] ?? ''))
  const named = page.locator('.plate-match .plate')
  await named.waitFor()
  const plate = (await named.innerText()).replace('·', '')
  await booth.press(page, '扫车牌核对')
  await page.locator('.plate-note').waitFor({ state: 'detached', timeout: 60_000 })
  await at(page, 'plate-hold')
  await choosePlatePhoto(page, plate, 'yellow')
  await page.getByText('识别结果与码上一致').waitFor({ timeout: 60_000 })
  await at(page, 'plate-hold-equal')
  await booth.press(page, '回到摄像头')
  await choosePlatePhoto(page, '鲁B26801', 'yellow')
  await page.getByText('识别结果与码上不一致').waitFor({ timeout: 60_000 })
  await at(page, 'plate-hold-differs')
}

export const plates: readonly Walk[] = [
  { name: 'reading a plate', go: reading },
  { name: 'a plate held against a code', go: held },
]
