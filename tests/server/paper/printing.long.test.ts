import { applyAsCompany } from '../../../schema/api/passes.ts'
import { describe, expect, it } from 'vitest'
import { decodeQr } from '../../../shared/credential/qr.ts'
import { passView } from '../../../schema/api/trips.ts'
import { regionOf } from '../../../shared/identity/region.ts'
import { companyForm, foodCompany } from '../../kit/specimens-passes.ts'
import { world } from '../../kit/world.ts'
import type { World } from '../../kit/world.ts'
import { codesIn, seenByPdfium, textsOf } from './read-pdf.ts'

async function truckWithPass(road: World) {
  const trip = await road.driver('沪DX0001').registers({ cargo: '02', consignee: '武陟县示例粮油有限公司' })
  await trip.own('/pass', 'POST', { commitment: true })
  const pass = (await trip.own('/pass')).as(passView)
  const file = (path: string) =>
    road.app.request(`/api/trips/${trip.trip.id}${path}`, { headers: { authorization: `Bearer ${trip.key}` } })
  return { trip, pass, file }
}

describe('a driver takes his papers along', () => {
  it('downloads the pass: its code is the one on his screen, its number of a region, and names are masked', async () => {
    const { pass, file } = await truckWithPass(await world())
    const answer = await file('/pass.pdf')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="pass-${pass.number}.pdf"; filename*=UTF-8''%E9%80%9A%E8%A1%8C%E8%AF%81-${pass.number}.pdf`,
    )
    const pdf = new Uint8Array(await answer.arrayBuffer())
    const codes = await codesIn(await seenByPdfium(pdf, 150))
    const { texts } = await textsOf(pdf)
    const all = texts.map(({ text }) => text).join('|')
    expect(codes.map(({ text }) => decodeQr(text))).toEqual([
      { ok: true, token: pass.token },
      { ok: true, token: pass.token },
    ])
    expect(pass.number).toMatch(/^\d{12}$/)
    expect(regionOf(pass.number.slice(0, 6))).toBeDefined()
    expect(texts.filter(({ text }) => text === pass.number)).toHaveLength(3)
    expect(all).toContain('沪D·X0001')
    expect(all).toContain('武陟县示例粮油有限公司')
    expect(all).not.toMatch(/\d{17}[\dX]|1[3-9]\d{9}/)
  })

  it.each(['', '?size=slip'])('downloads the freight code%s: one for paper, without a phone', async (size) => {
    const { trip, file } = await truckWithPass(await world())
    const answer = await file(`/code.pdf${size}`)
    const pdf = new Uint8Array(await answer.arrayBuffer())
    const [first] = await codesIn(await seenByPdfium(pdf, 150))
    const opened = decodeQr(first!.text)
    const claims: unknown = JSON.parse(
      Buffer.from(opened.ok ? opened.token.split('.')[1]! : '', 'base64url').toString(),
    )
    expect(claims).toMatchObject({ k: 'f', p: '沪DX0001', tr: trip.trip.number.replaceAll(' ', '') })
    expect(claims).not.toHaveProperty('h')
  })

  it('who asks for the same paper again and again is asked to wait', async () => {
    const { trip } = await truckWithPass(await world())
    const answers = []
    for (let tries = 0; tries < 14; tries += 1) answers.push((await trip.own('/code.pdf?size=slip')).status)
    expect(new Set(answers.slice(0, 12))).toEqual(new Set([200]))
    expect(answers.slice(12)).toEqual([429, 429])
  })

  it('without a pass is told so', async () => {
    const trip = await (await world()).driver('沪DX0001').registers({ cargo: '02' })
    expect(await trip.own('/pass.pdf')).toMatchObject({ status: 404, body: { error: { code: 'PA-01' } } })
  })

  it('after the trip has ended has no code to print, and still the pass', async () => {
    const road = await world()
    const { trip, file } = await truckWithPass(road)
    road.forward(5 * 24 * 60)
    expect(await trip.own('/code.pdf')).toMatchObject({ status: 409, body: { error: { code: 'PP-02' } } })
    expect((await file('/pass.pdf')).status).toBe(200)
  })

  it('where the server cannot print is told to print from the page, and nobody is alarmed', async () => {
    const road = await world({ paper: undefined } as object)
    const { trip } = await truckWithPass(road)
    const answer = await trip.own('/pass.pdf')
    expect(answer).toMatchObject({ status: 501, body: { error: { code: 'PP-01' } } })
    expect(road.logged.filter((line) => line.includes('incident'))).toEqual([])
  })
})

describe('a company', () => {
  const form = companyForm({ crew: [{ name: '穆罕默德·阿卜杜拉', idTail: '0015' }, { name: '李示例' }] })
  it('prints the pass it applied for by the key it was given: with its crew and its own name, and by no other key', async () => {
    const road = await world()
    const applied = (await road.anyone('POST', '/api/passes/applications', form)).as(applyAsCompany.answer)
    const path = `/api/passes/applications/${form.id}/pass.pdf`
    const ask = (key: string) =>
      road.app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      })
    const { texts } = await textsOf(new Uint8Array(await (await ask(applied.key)).arrayBuffer()))
    const all = texts.map(({ text }) => text).join('|')
    for (const words of [applied.pass!.number, '浙F·X0001', '穆**·阿**', '李*例', foodCompany.company])
      expect(all).toContain(words)
    expect((await ask(`${applied.key.slice(0, -1)}x`)).status).toBe(404)
  })
})

describe('the office', () => {
  it('prints the same face for the pass officer', async () => {
    const road = await world()
    const { pass, file } = await truckWithPass(road)
    const officer = await road.staff('pass-officer')
    const printed = await officer.send('GET', `/api/passes/${pass.number}/pass.pdf`)
    expect([printed.status, String(printed.body).slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(printed.body).toBe(await (await file('/pass.pdf')).text())
    expect(await officer.send('GET', '/api/passes/410800999999/pass.pdf')).toMatchObject({ status: 404 })
  })
})
