import { describe, expect, it } from 'vitest'
import { afterSending } from '../../checkpoint-app/driver/driver-state.tsx'
import { isLater, send, type Register } from '../../checkpoint-app/driver/send.ts'
import type { Waiting } from '../../checkpoint-app/driver/stored.ts'
import { hour, instant } from '../../shared/instant.ts'
import type { ApiProblem } from '../../checkpoint-app/ui/api.ts'
import { draft, now } from './draft-kit.ts'
import { code, trip } from './kept-trip.ts'

const waiting = (changed: Parameters<typeof draft>[0] = {}): Waiting => ({
  draft: draft(changed),
  pressedAt: now,
  problem: null,
})
const refused = (status: number, path?: string): ApiProblem => ({
  kind: 'refused',
  status,
  code: 'X-01',
  message: 'no',
  ...(path ? { path } : {}),
})

/** A server that gives these answers in turn and keeps the forms it got. */
function server(...answers: ('yes' | ApiProblem)[]) {
  const forms: Parameters<Register>[0][] = []
  const register: Register = async (form) => {
    forms.push(form)
    const answer = answers[forms.length - 1] ?? 'yes'
    if (answer !== 'yes') return { ok: false, problem: answer }
    return { ok: true, value: { trip: trip({ id: form.id }), key: 'key', code: code(), warnings: [] } }
  }
  return { forms, register }
}

const newId = () => '0180c9a0-0000-7000-8000-0000000000ff'
const later = instant(now + 2 * hour)

it('keeps the trip with its key once the server has it', async () => {
  const { register } = server('yes')
  const outcome = await send({ waiting: waiting(), now, newId, register })
  expect(outcome).toMatchObject({ is: 'registered', kept: { key: 'key', seenAt: now } })
})

it('sends the very same form again after a lost answer', async () => {
  const { register, forms } = server({ kind: 'offline' }, 'yes')
  const first = await send({ waiting: waiting({ etaTime: 'now' }), now, newId, register })
  if (first.is !== 'later') throw new Error(first.is)
  await send({ waiting: first.waiting, now: later, newId, register })
  expect(forms[1]).toEqual(forms[0])
})

describe('waits and is sent again after', () => {
  it.each([
    { kind: 'offline' },
    { kind: 'slow' },
    { kind: 'unreadable', status: 200 },
    refused(503),
    refused(429),
  ] as const)('%j', (problem) => expect(isLater(problem)).toBe(true))
})

it('asks the driver after a refusal of what he typed', async () => {
  const { register, forms } = server(refused(400, 'crew.0.number'))
  const outcome = await send({ waiting: waiting(), now, newId, register })
  expect(outcome).toMatchObject({ is: 'refused', waiting: { problem: { path: 'crew.0.number' } } })
  expect(forms).toHaveLength(1)
})

it('moves 「现在」 on when it was refused as past, but not an ETA that the driver chose', async () => {
  const here = server(refused(400, 'eta'), 'yes')
  expect(
    await send({ waiting: waiting({ etaTime: 'now' }), now: later, newId, register: here.register }),
  ).toMatchObject({
    is: 'registered',
  })
  expect(here.forms.map(({ eta }) => eta)).toEqual(['2022-05-16T10:05:00+08:00', '2022-05-16T12:05:00+08:00'])
  const chosen = server(refused(400, 'eta'))
  expect(await send({ waiting: waiting(), now: later, newId, register: chosen.register })).toMatchObject({
    is: 'refused',
  })
})

it('takes a new id when another form arrived under this one', async () => {
  const { register, forms } = server(refused(409), 'yes')
  expect((await send({ waiting: waiting(), now, newId, register })).is).toBe('registered')
  expect(forms.map(({ id }) => id)).toEqual([draft().id, newId()])
})

describe('the phone after sending', () => {
  const before = { trips: [], arrivals: [], waiting: [waiting()], draft: draft(), last: null }

  it('has the trip, the vehicle for next time, and neither draft nor waiting registration', async () => {
    const outcome = await send({ waiting: waiting(), now, newId, register: server('yes').register })
    const after = afterSending(before, waiting(), outcome)
    expect(after).toMatchObject({ waiting: [], draft: null, last: { plate: '豫h·12345' } })
    expect(after.trips).toHaveLength(1)
  })

  it('keeps the registration with what was wrong', async () => {
    const outcome = await send({ waiting: waiting(), now, newId, register: server({ kind: 'offline' }).register })
    expect(afterSending(before, waiting(), outcome).waiting).toMatchObject([{ problem: { kind: 'offline' } }])
  })
})
