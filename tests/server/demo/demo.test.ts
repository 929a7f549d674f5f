import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../server/demo/index.ts'
import { demoEnrolmentLink } from '../../../server/demo/enrolments.ts'
import { demoFeed } from '../../../server/demo/feed.ts'
import { mountDemoPage } from '../../../server/demo/page.ts'
import { desks } from '../../../server/demo/desks.ts'
import { demoPassword, demoStaff } from '../../../server/demo/places.ts'
import { demoTrucks } from '../../../server/demo/trucks.ts'
import { createApp } from '../../../server/app.ts'
import { lookAtDuty } from '../../../server/usecases/duty.ts'
import { readAnswer } from '../../../server/ports/health-data-wire.ts'
import { staffRoles } from '../../../schema/api/endpoint.ts'
import { bindTerminal, lookUpPlate } from '../../../schema/api/terminals.ts'
import { fakeClock } from '../../kit/clock.ts'
import { testDeps } from '../../kit/deps.ts'
import { newPhone, terminalProof } from '../../kit/phone.ts'
import { menuOf } from '../../../checkpoint-app/office/pages.ts'
import { parseInspection } from '../../../shared/facts-json.ts'
import { decide } from '../../../shared/policy/decide.ts'
import { beijingIso } from '../../../shared/instant.ts'
import * as z from 'zod/mini'

const clock = fakeClock('2030-01-07T22:00:00+08:00')
const feed = demoFeed('token', clock.now())
/** The feed's own app, asked without a socket. */
const healthData = {
  configured: true,
  factsOf: async (people: readonly object[]) => {
    const headers = { authorization: 'Bearer token', 'content-type': 'application/json' }
    const response = await feed.request('/v1/persons', {
      method: 'POST',
      headers,
      body: JSON.stringify({ persons: people }),
    })
    return readAnswer(await response.json(), people.length) ?? []
  },
}
let city: Awaited<ReturnType<typeof testDeps>> & { lines: string[]; app: ReturnType<typeof createApp> }
beforeAll(async () => {
  const made = await testDeps(clock.now, healthData, { demo: true })
  const lines = await loadDemo(made.deps)
  const app = createApp(made.deps)
  mountDemoPage(app, made.deps)
  city = { ...made, lines, app }
})
afterAll(() => city.db.close())

async function terminal(login: string) {
  const secret = (await demoEnrolmentLink(city.deps, login)).split('#enrol=')[1]
  const phone = await newPhone()
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ secret, key: phone.publicKey, device: 'demo' })
  const bound = z.parse(
    bindTerminal.answer,
    await (await city.app.request('/api/terminals', { method: 'POST', headers, body })).json(),
  )
  return async (plate: string) => {
    const path = `/api/plates/${encodeURIComponent(plate)}`
    const authorization = await terminalProof(phone, bound.terminal, { method: 'GET', path, now: clock.now() })
    return z.parse(lookUpPlate.answer, await (await city.app.request(path, { headers: { authorization } })).json())
  }
}

describe('the demonstration', () => {
  it('prints where to go and the password, and is loaded only once', async () => {
    expect(city.lines.join()).toContain(demoPassword)
    expect(await loadDemo(city.deps)).toEqual(city.lines)
  })

  it('shows at the booth what its page promises of every truck', async () => {
    const lookUp = await terminal('inspector1')
    const rows: [string, string][] = []
    for (const { plate } of demoTrucks) {
      const { trip, crew, pass } = await lookUp(plate)
      const person = ({ nucleicAcid, healthCode, travelCard }: (typeof crew)[number]) => ({
        temperatures: [36.5],
        nucleicAcid,
        healthCode,
        travelCard,
        riskStay: trip?.riskStayDeclared ?? null,
      })
      const line = {
        id: plate,
        now: beijingIso(clock.now()),
        trip: { scope: trip?.scope ?? 'unknown', registered: trip !== null },
        vehicle: { plate, freight: true },
        freightCode: trip?.code.state ?? null,
        pass: pass && { state: pass.state },
        crew: crew.length === 0 ? [{}] : crew.map(person),
      }
      const { facts, now } = parseInspection(line)
      const verdict = decide(facts, now)
      rows.push([plate, [verdict.row, ...verdict.modifiers].join(' ')])
    }
    expect(rows).toEqual([
      ['沪DX0001', 'V8'],
      ['苏EX0001', 'V11'],
      ['浙BX0001', 'V13'],
      ['晋EX0001', 'V3'],
      ['豫HX0001', 'V5'],
      ['豫AX0001', 'V8 M1'],
      ['豫H00001D', 'V7'],
    ])
    expect(rows.map(([, row]) => row.split(' ')[0])).toEqual(demoTrucks.map(({ expect: { row } }) => row))
  })

  it('has a page with a code for each registered truck, and tells which links are used', async () => {
    await terminal('inspector2')
    const page = await (await city.app.request('/demo/')).text()
    expect(page.match(/aria-label="货畅码"/g)).toHaveLength(6)
    expect(page.match(/aria-label="通行证"/g)).toHaveLength(1)
    expect(page.match(/链接已用/g)?.length).toBeGreaterThanOrEqual(1)
    expect(page).not.toMatch(/style=|<script/)
  })

  it('has somebody of every role, and leads to each desk of the office by a page that its role has', async () => {
    expect(new Set(demoStaff.map(({ role }) => role))).toEqual(new Set(staffRoles))
    const page = await (await city.app.request('/demo/')).text()
    const seated = demoStaff.filter(({ role }) => role !== 'inspector')
    expect(desks.map(({ login }) => login).toSorted()).toEqual(seated.map(({ login }) => login).toSorted())
    for (const { login, role } of seated) {
      const desk = desks.find((one) => one.login === login)
      expect(menuOf(role), login).toContain(desk?.page)
      expect(page).toContain(`href="/office/#/${desk?.page}"`)
    }
    expect(page).toContain('href="/rules/"')
  })

  it('its feed knows its own people only, and asks for the token', async () => {
    const ask = (token: string, number: string) =>
      feed.request('/v1/persons', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ persons: [{ document: 'id-card', number, name: 'x' }] }),
      })
    expect((await ask('wrong', '1')).status).toBe(401)
    expect(await (await ask('token', '1')).json()).toEqual({
      persons: [{ nucleicAcid: null, healthCode: null, travelCard: null, listed: null }],
    })
  })
})

it('the head of the demonstration finds a day of shifts: somebody on duty, a gap, what was handed over, a disagreement', async () => {
  const asker = { kind: 'staff', staff: 'x', role: 'head', checkpoint: 'JZ-G01', session: 'x' } as const
  const duty = await lookAtDuty(city.deps, asker, { checkpoint: 'JZ-G01' })
  expect(duty.shifts.map(({ inspector, onDuty }) => [inspector, onDuty])).toEqual([
    ['查验示例戊', false],
    ['查验示例己', true],
  ])
  expect(duty.gaps.map(({ from, to }) => [from.slice(11, 16), to.slice(11, 16)])).toContainEqual(['19:00', '19:30'])
  expect(duty.handovers).toMatchObject([{ inspector: '查验示例戊', seenBy: '查验示例己', queueMetres: 300 }])
  expect(duty.openConflicts).toBe(1)
  expect(duty.counts.map(({ lane }) => lane)).toEqual(expect.arrayContaining([1, 2]))
})
