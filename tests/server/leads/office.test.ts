import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { getLead, handleLead, keepEvidence, readEvidence } from '../../../schema/api/leads.ts'
import { passView } from '../../../schema/api/trips.ts'
import { searchAudit } from '../../../schema/api/audit.ts'
import { leads as timer } from '../../../server/timers/leads.ts'
import { sql } from '../../../server/store/db.ts'
import { day, minute } from '../../../shared/instant.ts'
import { jpeg, jpegText } from '../../kit/jpeg.ts'
import { photographs, pass, paper, shows, twoBooths } from './kit.ts'

/** A pass that names another truck, seen by the western booth. */
async function oneLead() {
  const road = await twoBooths()
  const seen = shows(road, { at: -5, credentials: [pass({ refused: 'mismatch' })] })
  await road.west.uploads(seen)
  const [lead] = (await road.leads()).items
  return { road, inspection: seen.id, id: lead?.id ?? '' }
}

describe('the supervisor', () => {
  it('sees who saw it and when, finds it by kind and state', async () => {
    const { road, id, inspection } = await oneLead()
    const { inspections, photos, passNumber } = await road.lead(id)
    expect(inspections).toMatchObject([{ id: inspection, plate: '豫HX0001', row: 'V5', lane: 1, offline: false }])
    expect([photos, passNumber]).toEqual([[], null])
    const found = async (query: string) => (await road.leads(query)).items.length
    expect([await found('?kind=mismatch'), await found('?kind=forged'), await found('?state=confirmed')]).toEqual([
      1, 0, 0,
    ])
    expect((await road.leads()).counts).toEqual({ open: 1, passedOn: 0 })
  })

  it('passes it on, then says what came out; each is in the log', async () => {
    const { road, id } = await oneLead()
    const handle = (body: object) => road.supervisor('POST', `/api/leads/${id}/handle`, body)
    const on = (await handle({ state: 'passed-on', passedTo: 'police', note: '移交交警核查' })).as(handleLead.answer)
    expect(on).toMatchObject({
      state: 'passed-on',
      passedTo: 'police',
      note: '移交交警核查',
      handledBy: 'supervisor 示例',
    })
    const closed = (await handle({ state: 'confirmed', note: '套用他车通行证' })).as(handleLead.answer)
    expect(closed).toMatchObject({ state: 'confirmed', passedTo: 'police' })
    const late = await handle({ state: 'unfounded', note: '改主意了' })
    expect([late.status, late.body]).toMatchObject([409, { error: { code: 'LE-02' } }])
    const log = (await road.supervisor('GET', `/api/audit?subject=${id}`)).as(searchAudit.answer)
    expect(log.items.map(({ action, reason }) => [action, reason])).toEqual([
      ['lead-handled', '套用他车通行证'],
      ['lead-handled', '移交交警核查'],
    ])
  })

  it('of two at once one is refused', async () => {
    const { road, id } = await oneLead()
    const other = await road.office('supervisor')
    const answers = await Promise.all(
      [road.supervisor, other].map((send) =>
        send('POST', `/api/leads/${id}/handle`, { state: 'unfounded', note: '车牌录入有误' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })

  it.each([
    [{ state: 'passed-on', note: '移交' }, 'LE-04'],
    [{ state: 'confirmed', passedTo: 'police', note: '移交' }, 'LE-04'],
    [{ state: 'open', note: '移交' }, 'IN-01'],
    [{ state: 'confirmed', note: '' }, 'IN-01'],
  ])('%j is refused as %s', async (body, code) => {
    const { road, id } = await oneLead()
    const answer = await road.supervisor('POST', `/api/leads/${id}/handle`, body)
    expect([answer.status, answer.body]).toMatchObject([400, { error: { code } }])
  })

  it('reads page after page', async () => {
    const road = await twoBooths()
    const forged = [{ kind: 'unknown' as const, jti: null, refused: 'bad-signature' }]
    const plates = ['豫HX0001', '豫HX0002', '豫HX0003', '豫HX0004', '豫HX0005']
    await road.west.uploads(...plates.map((plate) => shows(road, { at: -5, plate, credentials: forged })))
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await road.leads(`?limit=2${next && `&before=${next}`}`)
      seen.push(...page.items.map(({ plate }) => plate))
      next = page.next
    }
    expect(seen.toSorted()).toEqual(plates)
  })
})

it('a lead about a pass of ours names it whole to whoever may see passes', async () => {
  const road = await twoBooths()
  const trip = await road.driver('沪DX0001').registers({ cargo: '09' })
  const { number } = (await trip.own('/pass', 'POST', { commitment: true })).as(passView)
  await road.west.uploads(shows(road, { at: -5, credentials: [pass({ number, refused: 'mismatch' })] }))
  const [lead] = (await road.leads()).items
  expect(lead?.credential).toBe(`…${number.slice(-4)}`)
  const seenBy = async (role: StaffRole, at: string | null = null) =>
    (await (await road.office(role, at))('GET', `/api/leads/${lead?.id}`)).as(getLead.answer).passNumber
  expect([await seenBy('supervisor'), await seenBy('command'), await seenBy('head', 'JZ-G01')]).toEqual([
    number,
    number,
    null,
  ])
})

describe('a head', () => {
  it('sees the leads of his checkpoint, of two places from either; another sees none', async () => {
    const road = await twoBooths()
    await road.west.uploads(shows(road, { at: -9 }))
    await road.far.uploads(shows(road, { at: -4 }))
    const seenAt = async (checkpoint: string) => {
      const answer = await (await road.office('head', checkpoint))('GET', '/api/leads')
      return answer.body
    }
    expect(await seenAt('JZ-G01')).toMatchObject({ items: [{ kind: 'two-places' }], counts: { open: 1 } })
    expect(await seenAt('JZ-G02')).toMatchObject({ items: [{ kind: 'two-places' }], counts: { open: 1 } })
    expect(await seenAt('JZ-G03')).toMatchObject({ items: [], counts: { open: 0 } })
  })
})

describe('a photograph', () => {
  it('is kept sealed, read by the supervisor, and the log tells who looked', async () => {
    const { road, id, inspection } = await oneLead()
    const sent = (await photographs(road, road.west, inspection)).as(keepEvidence.answer)
    const { photos } = await road.lead(id)
    expect(photos).toMatchObject([{ id: sent.id }])
    const [row] = await road.db.all(sql.selectFrom('evidence').selectAll().compile())
    expect(row?.photo_sealed).not.toContain(jpegText())
    const read = (await road.supervisor('GET', `/api/leads/${id}/photos/${sent.id}`)).as(readEvidence.answer)
    expect(Buffer.from(read.jpeg, 'base64url')).toEqual(Buffer.from(jpeg()))
    const log = (await road.supervisor('GET', `/api/audit?subject=${id}`)).as(searchAudit.answer)
    expect(log.items).toMatchObject([{ action: 'evidence-read', actor: { name: 'supervisor 示例' } }])
  })

  it('is named to nobody else', async () => {
    const { road, id, inspection } = await oneLead()
    const { id: photo } = (await photographs(road, road.west, inspection)).as(keepEvidence.answer)
    for (const role of ['command', 'pass-officer'] as const) {
      const send = await road.office(role)
      expect((await send('GET', `/api/leads/${id}`)).body).toMatchObject({ photos: [], lead: { photos: 1 } })
      expect((await send('GET', `/api/leads/${id}/photos/${photo}`)).status).toBe(403)
    }
  })

  it('is not read through another lead', async () => {
    const { road, inspection } = await oneLead()
    const { id: photo } = (await photographs(road, road.west, inspection)).as(keepEvidence.answer)
    const forged = [{ kind: 'unknown' as const, jti: null, refused: 'bad-signature' }]
    await road.far.uploads(shows(road, { at: -3, plate: '豫HX0007', credentials: forged }))
    const [other] = (await road.leads('?kind=forged')).items
    const answer = await road.supervisor('GET', `/api/leads/${other?.id}/photos/${photo}`)
    expect([answer.status, answer.body]).toMatchObject([404, { error: { code: 'LE-08' } }])
  })

  it('sent again is the same; without a lead it is one by itself', async () => {
    const road = await twoBooths()
    const seen = shows(road, { at: -5, credentials: [paper()] })
    await road.west.uploads(seen)
    const id = crypto.randomUUID()
    const first = await photographs(road, road.west, seen.id, { id })
    const second = await photographs(road, road.west, seen.id, { id })
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body])
    expect((await road.leads()).items).toMatchObject([{ kind: 'evidence', photos: 1 }])
  })

  it('of a check that was undone belongs to the one that corrected it', async () => {
    const road = await twoBooths()
    const wrong = shows(road, { at: -6, credentials: [pass({ refused: 'mismatch' })] })
    const right = shows(road, { at: -5, credentials: [pass({ refused: 'mismatch' })], corrects: wrong.id })
    await road.west.uploads(wrong, right)
    await photographs(road, road.west, wrong.id)
    const { items } = await road.leads()
    expect(items).toMatchObject([{ kind: 'mismatch', photos: 1 }])
    expect((await road.lead(items[0]?.id ?? '')).photos.length).toBe(1)
  })

  it.each([
    ['no JPEG', { jpeg: Buffer.from('<svg></svg>').toString('base64url') }, 400, 'LE-06'],
    ['too many pixels', { jpeg: jpegText({ width: 4000 }) }, 400, 'LE-06'],
    ['told where it was taken', { jpeg: jpegText({ exif: true }) }, 400, 'LE-06'],
    ['too heavy', { jpeg: jpegText({ bytes: 150_001 }) }, 400, 'IN-01'],
    ['of an inspection that is not here', { inspection: crypto.randomUUID() }, 409, 'LE-05'],
    ['of tomorrow', { takenAt: '2032-05-16T10:00:00+08:00' }, 400, 'LE-10'],
  ])('%s is refused', async (_, differs, status, code) => {
    const { road, inspection } = await oneLead()
    const answer = await photographs(road, road.west, inspection, differs)
    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }])
    expect((await road.rows())['evidence']).toBe(0)
  })

  it('comes from the same checkpoint, and there are four of one check at most', async () => {
    const { road, inspection } = await oneLead()
    expect((await photographs(road, road.far, inspection)).body).toMatchObject({ error: { code: 'LE-05' } })
    for (let count = 0; count < 4; count++) expect((await photographs(road, road.west, inspection)).status).toBe(201)
    expect((await photographs(road, road.west, inspection)).body).toMatchObject({ error: { code: 'LE-07' } })
  })

  it('is gone after thirty days', async () => {
    const { road, inspection } = await oneLead()
    await photographs(road, road.west, inspection)
    road.forward((30 * day) / minute - 1)
    await timer.run(road.deps)
    expect((await road.rows())['evidence']).toBe(1)
    road.forward(1)
    await timer.run(road.deps)
    expect(await road.rows()).toMatchObject({ evidence: 0, lead: 1 })
  })
})
