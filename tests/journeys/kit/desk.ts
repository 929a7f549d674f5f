import type { Page } from 'playwright-core'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import type { Office } from './office-by-api.ts'
import { password } from './people.ts'
import type { Server } from './server.ts'

/** A desk of the office; wide enough for every column. */
export const deskSize = { width: 1366, height: 900 }

/** Somebody of this role, who can sign in by this login. */
export const employ = (office: Office, login: string, role: StaffRole, name: string) =>
  office.ask<{ id: string }>('POST', '/api/staff', { login, name, role, password })

/** Whoever sat there before is signed out. */
export async function sitDown(page: Page, server: Server, login: string, word = password): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${server.origin}/office/`)
  const leave = page.getByRole('button', { name: '退出登录' })
  await leave.or(page.getByLabel('用户名')).first().waitFor()
  if (await leave.isVisible()) await leave.click()
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(word)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await leave.waitFor()
}

/** A page of the menu by its name. */
export async function turnTo(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

export const toast = (page: Page, text: string) => page.getByText(text).first().waitFor()
