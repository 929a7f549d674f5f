import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { noChromium, startPhone } from './kit/browser.ts'
import type { Phone } from './kit/browser.ts'
import { registerByApi, type Registered } from './kit/driver-by-api.ts'
import { snapFailure } from './kit/looks.ts'
import { officeByApi } from './kit/office-by-api.ts'
import type { Office } from './kit/office-by-api.ts'
import { checkpoint, li, zhang } from './kit/people.ts'
import { boardSize, boothOf, employRoad, openBoard, rowOf } from './kit/road.ts'
import { startServer } from './kit/server.ts'
import type { Server } from './kit/server.ts'

describe.skipIf(noChromium)('the head judges what drivers report, and everybody sees the green lane', () => {
  let server: Server
  let office: Office
  let head: Phone
  let desk: Phone
  beforeAll(async () => {
    server = await startServer()
    office = await officeByApi(server)
    await employRoad(office)
    head = await startPhone()
    desk = await startPhone(boardSize)
    await openBoard(desk.page, server, 'dispatcher')
    await openBoard(head.page, server, 'head')
    await rowOf(desk.page).click()
    await rowOf(head.page).click()
  })
  afterEach((context) => snapFailure(context, [desk, head]))
  afterAll(async () => {
    await Promise.all([desk?.forget(), head?.forget()])
    await server?.remove()
  })

  const driver = (plate: string, person: typeof li) =>
    registerByApi(server, { plate, from: '310115', to: '410811', person })
  const reports = async ({ trip, key }: Registered) => {
    const body = JSON.stringify({ report: crypto.randomUUID(), checkpoint: checkpoint.id, waitMinutes: 40 })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
    const answer = await fetch(`${server.origin}/api/trips/${trip.id}/queue-report`, { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
  }

  it('a driver reports a queue that is none: the dispatcher sees that it waits for the head, and the head dismisses it', async () => {
    await reports(await driver('沪DX9001', li))
    await desk.page.getByText(/司机反映拥堵，等点长核实/).waitFor()
    await head.page.getByText('司机反映拥堵，请核实').waitFor()
    await head.page.getByRole('button', { name: '不属实' }).click()
    await head.page.getByText('司机反映拥堵，请核实').waitFor({ state: 'detached' })
    await desk.page.getByText(/司机反映拥堵，等点长核实/).waitFor({ state: 'detached' })
    await desk.page.getByText('目前没有拥堵事件').waitFor()
  }, 90_000)

  it('another reports one that is there: the head confirms it, and it is an incident', async () => {
    await reports(await driver('沪DX9002', zhang))
    await head.page.getByRole('button', { name: '属实', exact: true }).click()
    await head.page.getByRole('button', { name: '全员上岗' }).waitFor()
    await desk.page.locator('.timeline').getByText('点长确认拥堵').first().waitFor()
  }, 90_000)

  it('the head says that everybody is at the lanes', async () => {
    await head.page.getByRole('button', { name: '全员上岗' }).click()
    await head.page.getByText(/\d\d:\d\d 全员已上岗/).waitFor()
    await desk.page.getByText(/\d\d:\d\d 全员已上岗/).waitFor()
  }, 60_000)

  it('the green lane is blocked and freed on the page, and the board says so at once', async () => {
    const { says } = await boothOf(server, office)
    await says({ waitMinutes: 12, metres: 150, congested: true })
    await head.page.getByRole('button', { name: '报受阻' }).click()
    await desk.page.getByText('受阻', { exact: true }).first().waitFor({ timeout: 10_000 })
    await desk.page
      .locator('.timeline')
      .getByText(/绿色通道.*受阻/)
      .first()
      .waitFor()
    await head.page.getByRole('button', { name: '报畅通' }).click()
    await desk.page.getByText('畅通', { exact: true }).first().waitFor({ timeout: 10_000 })
    for (const phone of [desk, head]) expect(phone.complaints).toEqual([])
  }, 90_000)
})
