import { describe, expect, test } from 'vitest'
import { exportOutbox, forgetOld } from '../../checkpoint-app/device/outbox.ts'
import { keepPhoto, photosWaitingAtMost, sendPhotos } from '../../checkpoint-app/device/photos.ts'
import type { EvidenceForm, Reply, Server } from '../../checkpoint-app/device/server.ts'
import { sizeWithin } from '../../checkpoint-app/device/shrink-photo.ts'
import type { QueueItem } from '../../checkpoint-app/device/store.ts'
import { day, instant } from '../../shared/instant.ts'
import { jpeg, jpegText } from '../kit/jpeg.ts'
import { memoryStore } from './memory-store.ts'

const now = instant(1_652_666_400_000)
const inspection = '8d0b6f0e-0000-4000-8000-000000000001'
const photo = (id = 'p') => ({ id, inspection, plate: '豫HX0001', at: now, jpeg: jpeg() })
const check = (state: QueueItem['state']): QueueItem => ({
  id: inspection,
  kind: 'inspection',
  at: now,
  payload: 'jws',
  state,
  summary: { plate: '豫HX0001', row: 'V5', outcome: 'release', code: 'V5-0000' },
})

const unused = () => Promise.reject(new Error('not called here'))

function server(answer: (form: EvidenceForm) => Reply<unknown>) {
  const sent: EvidenceForm[] = []
  const port: Server = {
    bind: unused,
    publicKeys: unused,
    bundle: unused,
    plate: unused,
    number: unused,
    inspections: unused,
    register: unused,
    alerts: unused,
    alertSeen: unused,
    reportQueue: unused,
    shiftEvents: unused,
    shiftBefore: unused,
    pushKey: unused,
    pushAdd: unused,
    pushRemove: unused,
    appeals: unused,
    appeal: unused,
    report: unused,
    evidence: async (form) => {
      sent.push(form)
      return answer(form)
    },
  }
  return { port, sent }
}
const takenIn: Reply<unknown> = { ok: true, value: {} }

describe('a photograph', () => {
  test('goes after its inspection, and is gone from the phone once it is taken in', async () => {
    const store = memoryStore()
    await store.put([check('waiting')])
    expect(await keepPhoto(store, photo())).toBe('kept')
    const { port, sent } = server(() => takenIn)
    await sendPhotos(store, port)
    expect(sent).toEqual([])
    await store.put([check('sent')])
    await sendPhotos(store, port)
    expect(sent).toEqual([{ id: 'p', inspection, takenAt: '2022-05-16T10:00:00+08:00', jpeg: jpegText() }])
    expect((await store.queued()).map(({ id }) => id)).toEqual([inspection])
  })

  test('waits while there is no network', async () => {
    const store = memoryStore()
    await keepPhoto(store, photo())
    const trouble = await sendPhotos(store, server(() => ({ ok: false, trouble: { kind: 'offline' } })).port)
    expect(trouble).toEqual({ kind: 'offline' })
    expect(await store.queued()).toMatchObject([{ kind: 'photo', state: 'waiting' }])
  })

  test.each([
    [{ kind: 'refused' as const, code: 'LE-07', message: '' }, 'LE-07'],
    [{ kind: 'too-large' as const }, 'too-large'],
  ])('that is not wanted leaves a line without the picture, for two days: %j', async (trouble, code) => {
    const store = memoryStore()
    await keepPhoto(store, photo())
    expect(await sendPhotos(store, server(() => ({ ok: false, trouble })).port)).toBeUndefined()
    expect(await store.queued()).toMatchObject([{ state: 'refused', payload: '', problem: { code } }])
    await forgetOld(store, now)
    expect((await store.queued()).length).toBe(1)
    await forgetOld(store, instant(now + 2 * day + 1))
    expect(await store.queued()).toEqual([])
  })

  test('does not fit on a full disk, and the inspection stays', async () => {
    const store = memoryStore()
    await store.put([check('waiting')])
    store.crash()
    expect(await keepPhoto(store, photo())).toBe('full')
    expect(await store.queued()).toMatchObject([{ id: inspection, state: 'waiting' }])
  })

  test('more than twenty do not wait: the room is the inspections’', async () => {
    const store = memoryStore()
    for (let count = 0; count < photosWaitingAtMost; count++) await keepPhoto(store, photo(`p${count}`))
    expect(await keepPhoto(store, photo('one more'))).toBe('enough')
    expect((await store.queued()).length).toBe(photosWaitingAtMost)
  })

  test('never becomes a file', async () => {
    const store = memoryStore()
    await store.put([check('waiting')])
    await keepPhoto(store, photo())
    const file = await exportOutbox(store, 'terminal', now)
    expect([file.includes(inspection), file.includes(jpegText())]).toEqual([true, false])
  })
})

test.each([
  [4000, 3000, 1280, 960],
  [3000, 4000, 960, 1280],
  [1280, 720, 1280, 720],
  [640, 480, 640, 480],
  [10_000, 1, 1280, 1],
])('%i × %i becomes %i × %i', (width, height, ...small) => {
  const size = sizeWithin(width, height, 1280)
  expect([size.width, size.height]).toEqual(small)
})
