import type { Page } from 'playwright-core'
import { chooseRegion, pressPlate } from '../../journeys/kit/driver.ts'
import { press } from '../../journeys/kit/inspector.ts'
import { foodCompany } from '../../kit/specimens-passes.ts'
import type { Stage } from '../stage.ts'
import { deskSize } from '../walk.ts'
import type { At, Walk } from '../walk.ts'

async function fill(page: Page, { plate, from, to }: { plate: string; from: string; to: string }): Promise<void> {
  await page.getByLabel('单位名称').fill(foodCompany.company)
  await page.getByLabel('统一社会信用代码').fill(foodCompany.companyCode)
  await page.getByLabel('联系人').fill('赵例')
  await page.getByLabel('联系电话').fill('13800000099')
  await pressPlate(page, plate)
  await chooseRegion(page, /^始发地/, from)
  await chooseRegion(page, /^目的地/, to)
  await page.getByRole('radio', { name: '重点工业品及零部件' }).check()
  await page.getByLabel('姓名').fill('李示例')
  await page.getByLabel('证件号后4位').fill('0031')
  await page.getByLabel(/我单位承诺/).check()
}

async function issued({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/apply/`)
  await page.getByRole('heading', { name: '通行证申办' }).waitFor()
  await at(page, 'form')
  await press(page, '提交申办')
  await page.getByText('请填写单位全称').waitFor()
  await at(page, 'form-errors')
  await fill(page, { plate: '沪DX0021', from: '浦东', to: '山阳' })
  await at(page, 'form-filled')
  await press(page, '提交申办')
  await page.getByText('有效', { exact: true }).waitFor()
  await at(page, 'issued')
  await page.setViewportSize(deskSize)
  await at(page, 'issued-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await press(page, '换车、换人或换线路（换发）')
  await page.getByText(/自动失效/).waitFor()
  await at(page, 'replacing')
}

/** Loaded and unloaded in one county: a person looks at it. */
async function waiting({ phone, origin }: Stage, at: At): Promise<void> {
  const { page } = await phone()
  await page.goto(`${origin}/apply/`)
  await page.getByRole('heading', { name: '通行证申办' }).waitFor()
  await fill(page, { plate: '沪DX0022', from: '山阳', to: '山阳' })
  await page.context().setOffline(true)
  await press(page, '提交申办')
  await page.getByRole('alert').first().waitFor()
  await at(page, 'form-offline')
  await page.context().setOffline(false)
  await press(page, '提交申办')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL(/#\/a\//)
  await page.waitForTimeout(300)
  await at(page, 'waiting')
  await page.goto(`${origin}/apply/#/`)
  await page.getByRole('heading', { name: '通行证申办' }).waitFor()
  await at(page, 'form-again')
}

export const apply: readonly Walk[] = [
  { name: 'issued at once', go: issued },
  { name: 'a person looks at it', go: waiting },
]
