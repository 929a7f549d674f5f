import type { Page } from 'playwright-core'
import { newPhone, terminalProof } from '../../kit/phone.ts'
import type { Bound } from '../../kit/phone.ts'
import { smsGateway, account } from '../../notices/gateway.ts'
import { receiver } from '../../notices/receiver.ts'
import type { Office } from './office-by-api.ts'
import { checkpoint, password } from './people.ts'
import type { Server } from './server.ts'

export const boardSize = { width: 1440, height: 900 }
type Told = { waitMinutes: number; metres?: number; congested: boolean }

/** An inspector's phone without its pages: what it sends is what its app sends. */
export async function boothOf(server: Server, office: Office, login = 'booth') {
  const link = await office.enrolmentLink(login)
  const phone = await newPhone()
  const headers = { 'content-type': 'application/json' }
  const card = JSON.stringify({ secret: link.split('#enrol=')[1], key: phone.publicKey, device: 'Redmi 9' })
  const bound = (await (
    await fetch(`${server.origin}/api/terminals`, { method: 'POST', headers, body: card })
  ).json()) as Bound
  const send = async <Answer>(path: string, form: object): Promise<Answer> => {
    const authorization = await terminalProof(phone, bound.terminal, { method: 'POST', path, now: Date.now() })
    const body = JSON.stringify(form)
    const answer = await fetch(server.origin + path, { method: 'POST', headers: { ...headers, authorization }, body })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Answer
  }
  return {
    phone,
    bound,
    send,
    /** 拥堵上报 */
    says: (told: Told) => send<{ incident: string | null }>('/api/queue/reports', { id: crypto.randomUUID(), ...told }),
  }
}

/** Somebody signed in without a page. */
export async function signedIn(server: Server, login: string) {
  const headers = { 'content-type': 'application/json', 'x-changxing': '1' }
  const body = JSON.stringify({ login, password })
  const session = await fetch(`${server.origin}/api/sessions`, { method: 'POST', headers, body })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (path: string, form: object) =>
    fetch(server.origin + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(form) })
}

export const rowOf = (page: Page, id = checkpoint.id) => page.locator(`[data-id="${id}"]`)

/** The board before the eyes of whoever has this login. */
export async function openBoard(page: Page, server: Server, login: string): Promise<void> {
  await page.goto(`${server.origin}/dispatch/`)
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('实时').waitFor()
}

/** How many checkpoints the chip above the list counts at this step. */
export const counted = (page: Page, step: RegExp, n: number) =>
  page.getByRole('button', { name: step }).getByText(String(n), { exact: true }).waitFor()

/** A dispatcher, a head, and a county leader on duty. */
export async function employRoad(office: Office): Promise<void> {
  for (const one of [
    { login: 'dispatcher', name: '调度示例', role: 'dispatcher' },
    { login: 'head', name: '点长示例', role: 'head', checkpoint: checkpoint.id },
  ])
    await office.ask('POST', '/api/staff', { ...one, password })
  const person = { title: '副县长', unit: '示例县政府', phone: leaderPhone, from: '2022-05-16T00:00:00+08:00' }
  const leader = { role: 'leader', checkpoint: checkpoint.id, name: '赵示例', ...person }
  await office.ask('PUT', `/api/roster/${crypto.randomUUID()}`, leader)
}
export const leaderPhone = '19800000001'

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')

/**
 * The neighbours that carry what people are told, on this machine: an SMS gateway and a DingTalk group of the county. To be called where a
 * describe begins; `env` once they listen.
 */
export function channelsHere() {
  const at = receiver()
  const gateway = smsGateway(today)
  const said: string[] = []
  at.state.answer = (asked) => {
    if (asked.path !== '/dingtalk/robot/send') return gateway.answer(asked)
    const { markdown } = JSON.parse(asked.body.toString()) as { markdown?: { text: string } }
    said.push(markdown?.text ?? '')
    return { json: { errcode: 0, errmsg: 'ok' } }
  }
  return {
    env: () => ({
      CHANGXING_SMS: JSON.stringify({ ...account, template: 'SMS_1', linkTemplate: 'SMS_2', url: at.address() }),
      CHANGXING_ROBOTS: JSON.stringify([
        { county: checkpoint.county, dingtalk: { token: 'tok', secret: 'SEC', url: `${at.address()}/dingtalk` } },
      ]),
    }),
    /** What the group has read. */
    said,
    /** What a telephone has received, as the template makes it; the newest last. */
    smsOf: (phone: string, origin: string): string[] =>
      gateway.kept
        .filter((one) => one.phone === phone)
        .map(({ words: { t1 = '', t2 = '', t3 = '', code } }) =>
          code === undefined
            ? `通知：${t1}${t2}${t3}`
            : `通知：${t1}${t2}${t3} 回复收到，或打开 ${origin}/a/${code} 答复`,
        ),
  }
}

/** Waits for what comes by itself. */
export async function until<Value>(look: () => Value | undefined, seconds: number): Promise<Value> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error('it did not come')
}
