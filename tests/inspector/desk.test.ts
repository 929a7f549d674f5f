import { describe, expect, test } from 'vitest'
import { alarmsDue } from '../../checkpoint-app/inspector/truck-alarms.ts'
import { antigenTimer } from '../../checkpoint-app/inspector/truck-timers.ts'
import { beijingIso, minute, plus } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { inspectionOf, parseEnvelope } from '../../shared/sync/envelope.ts'
import { readSealed, verifySealed } from '../../shared/sync/sealed-envelope.ts'
import { ownKey } from '../../checkpoint-app/device/key.ts'
import { memoryStore } from '../device/memory-store.ts'
import { now, negative } from '../policy/truck.ts'
import { papers, plate, view } from './booth.ts'
import { booth, inProvince, late, offline, settle, shows } from './desk-kit.ts'
import { terminalKept as terminal } from '../device/terminal-row.ts'

describe('one truck at the desk', () => {
  test('a typed plate is looked up, judged, shown and kept', async () => {
    const { desk, rows } = await booth(() => ({ ok: true, value: inProvince }))
    desk.typePlate(plate)
    await settle()
    expect(desk.state().shown).toMatchObject({ kept: true, judgement: { verdict: { row: 'V6', modifiers: [] } } })
    expect(await rows()).toEqual(['V6'])
  })

  test('what is kept is what the server will read: signed by this phone, and judged the same', async () => {
    const { desk, store } = await booth(() => ({ ok: true, value: inProvince }))
    desk.typePlate(plate)
    await settle()
    const [item] = await store.queued()
    const sealed = readSealed(item?.payload ?? '')
    expect(await verifySealed(sealed, (await ownKey(store)).publicKey)).toBe(true)
    const envelope = parseEnvelope(sealed.json)
    const { facts, now: judgedAt } = inspectionOf(envelope)
    expect(envelope).toMatchObject({ id: item?.id, terminal: terminal.id, checkpoint: 'JZ-G01', plateBy: 'typed' })
    expect(decide(facts, judgedAt)).toMatchObject(envelope.verdict)
  })

  test('a server that does not answer in time holds nobody: an offline check', async () => {
    const { desk, fireTimers } = await booth(() => new Promise(() => {}))
    desk.typePlate(plate)
    await settle()
    expect(desk.state().step?.ask).toBe('wait')
    fireTimers()
    await settle()
    expect(desk.state().step?.ask).toBe('scope')
    desk.send({ type: 'scope-said', scope: 'in-province' })
    desk.send({ type: 'no-freight-code' })
    await settle()
    expect(desk.state().shown?.judgement.verdict).toMatchObject({ row: 'V6', modifiers: ['M6'] })
  })

  test('a full disk is said, and the verdict is shown all the same', async () => {
    const store = memoryStore()
    const { desk, phone } = await booth(() => ({ ok: true, value: inProvince }), store)
    store.crash()
    desk.typePlate(plate)
    await settle()
    expect(desk.state().shown?.kept).toBe(false)
    expect(phone.state().held).toEqual([desk.state().shown?.id])
  })

  test('a late truck is recorded, waits, comes back without a second record, and is released with one', async () => {
    const { desk, rows, forward } = await booth(() => ({ ok: true, value: late }))
    desk.typePlate(plate)
    await settle()
    desk.send(shows(papers({ nucleicAcid: negative('13T10:00') })))
    await settle()
    expect(await rows()).toEqual(['V11'])
    desk.next()
    expect(desk.state()).toMatchObject({ session: undefined, parked: [{ plate: { text: plate } }] })
    forward(15 * minute)
    desk.resume(desk.state().parked[0]?.id ?? '')
    await settle()
    expect(desk.state().shown?.judgement.verdict.row).toBe('V11')
    expect(await rows()).toEqual(['V11'])
    desk.send(shows({ antigen: 'negative' }))
    await settle()
    expect((await rows()).toSorted()).toEqual(['V11', 'V12'])
    desk.next()
    expect(desk.state().parked).toEqual([])
  })

  test('a truck set aside survives a reload of the page', async () => {
    const first = await booth(() => ({ ok: true, value: late }))
    first.desk.typePlate(plate)
    await settle()
    const again = await booth(() => ({ ok: true, value: late }), first.store)
    expect(again.desk.state().parked.map((session) => session.plate?.text)).toEqual([plate])
  })

  test('taken back and changed, the new record corrects the old', async () => {
    const { desk, store } = await booth(() => ({ ok: true, value: view() }))
    desk.typePlate(plate)
    await settle()
    desk.send({ type: 'scope-said', scope: 'in-province' })
    await settle()
    const [first] = await store.queued()
    desk.takeBack()
    expect(desk.state().reviewing).toBe(true)
    desk.send({ type: 'forgotten', what: 'trip' })
    desk.send({ type: 'scope-said', scope: 'cross-province' })
    await settle()
    const second = (await store.queued()).find(({ id }) => id !== first?.id)
    expect(parseEnvelope(readSealed(second?.payload ?? '').json)).toMatchObject({
      corrects: first?.id,
      verdict: { row: 'V7' },
    })
  })

  describe('taken back under a clock that was set', () => {
    const recorded = async () => {
      const at = await booth(() => ({ ok: true, value: view() }))
      at.desk.typePlate(plate)
      await settle()
      at.desk.send({ type: 'scope-said', scope: 'in-province' })
      await settle()
      const [first] = await at.store.queued()
      const changed = async () => {
        at.desk.send({ type: 'forgotten', what: 'trip' })
        at.desk.send({ type: 'scope-said', scope: 'cross-province' })
        await settle()
        const second = (await at.store.queued()).find(({ id }) => id !== first?.id)
        return parseEnvelope(readSealed(second?.payload ?? '').json)
      }
      return { ...at, first, changed }
    }

    test('back by an hour, the correction is dated no earlier than what it corrects', async () => {
      const { desk, first, forward, setClock, changed } = await recorded()
      setClock(-60 * minute)
      forward(minute / 2)
      desk.takeBack()
      expect(await changed()).toMatchObject({ corrects: first?.id, madeAt: beijingIso(plus(now, minute / 2)) })
      expect(desk.state().shown?.apart).toBeUndefined()
    })

    test('back by an hour, the undo ends all the same', async () => {
      const { desk, forward, setClock } = await recorded()
      setClock(-60 * minute)
      const { shown } = desk.state()
      expect(shown && desk.passedSince(shown)).toBe(0)
      forward(3 * minute)
      expect(shown && desk.passedSince(shown)).toBe(3 * minute)
      desk.takeBack()
      expect(desk.state().session?.correcting).toBeUndefined()
    })

    test('answered anew after two minutes it is a record of its own, and that is said', async () => {
      const { desk, forward, changed } = await recorded()
      forward(minute)
      desk.takeBack()
      forward(2 * minute)
      expect((await changed()).corrects).toBeUndefined()
      expect(desk.state().shown?.apart).toBe(true)
    })
  })

  test('taken back and nothing changed: no second record', async () => {
    const { desk, rows } = await booth(() => ({ ok: true, value: inProvince }))
    desk.typePlate(plate)
    await settle()
    desk.takeBack()
    desk.stopReviewing()
    desk.lookAgain()
    await settle()
    expect(await rows()).toEqual(['V6'])
  })

  test('registered on the spot: the card that asked for it is gone while the rest is looked up', async () => {
    const { desk } = await booth(() => ({ ok: true, value: view() }))
    desk.typePlate(plate)
    await settle()
    desk.send({ type: 'scope-said', scope: 'cross-province' })
    await settle()
    expect(desk.state().shown?.judgement.verdict.row).toBe('V7')
    const onSite = { trip: '0190a6b0-0000-4000-8000-0000000000e1', scope: 'cross-province', riskStay: false } as const
    desk.send({ type: 'registered-here', onSite, crew: [{ role: 'driver', mark: { surname: '王', idTail: '1234' } }] })
    expect(desk.state().step?.ask).toBe('wait')
    expect(desk.state().shown).toBeUndefined()
  })

  test('a text that is no code of ours starts no check', async () => {
    const { desk } = await booth(() => offline)
    await desk.scan('https://example.com')
    expect(desk.state()).toMatchObject({
      session: undefined,
      notice: { what: 'credential', opened: { reason: 'not-ours' } },
    })
    desk.dismiss()
    expect(desk.state().notice).toBeUndefined()
  })
})

describe('the bay and the head', () => {
  const refusal = shows({ refuses: true })

  test('a kit started before the truck is set aside is on the disk, and rings for whoever goes there', async () => {
    const first = await booth(() => ({ ok: true, value: late }))
    first.desk.typePlate(plate)
    await settle()
    first.desk.send(shows(papers({ nucleicAcid: negative('13T10:00') })))
    await settle()
    first.desk.note({ type: 'timer-started', timer: antigenTimer(now) })
    first.desk.next()
    await settle()
    const again = await booth(() => ({ ok: true, value: late }), first.store)
    const [waiting] = again.desk.state().parked
    const later = plus(now, 16 * minute)
    const [alarm] = alarmsDue(again.desk.state().parked, later)
    expect(alarm).toMatchObject({ session: waiting?.id, plate, timer: { kind: 'antigen' } })
    again.desk.goTo(alarm?.session ?? '', alarm!.timer)
    await settle()
    expect(again.desk.state().session?.id).toBe(waiting?.id)
    expect(alarmsDue([again.desk.state().session!], later)).toEqual([])
  })

  test('a refusal waits for the head; settled by him it is one more record of the same row, and the truck may go', async () => {
    const { desk, store } = await booth(() => ({ ok: true, value: late }))
    desk.typePlate(plate)
    await settle()
    desk.send(refusal)
    await settle()
    desk.next()
    expect(desk.state().parked).toHaveLength(1)
    desk.resume(desk.state().parked[0]?.id ?? '')
    await settle()
    desk.send({ type: 'settled', settled: 'released-by-head' })
    await settle()
    const envelopes = (await store.queued()).map(({ payload }) => parseEnvelope(readSealed(payload).json))
    expect(envelopes.map(({ verdict, settled }) => [verdict.row, settled])).toEqual([
      ['V15', undefined],
      ['V15', 'released-by-head'],
    ])
    desk.next()
    expect(desk.state().parked).toEqual([])
  })

  test('settled and then taken back, the truck is asked on, and waits beside for its test like any other', async () => {
    const { desk, store } = await booth(() => ({ ok: true, value: late }))
    desk.typePlate(plate)
    await settle()
    desk.send(refusal)
    await settle()
    desk.send({ type: 'settled', settled: 'other-driver' })
    await settle()
    desk.takeBack()
    desk.send({ type: 'person-forgotten', person: 0 })
    desk.send(shows(papers({ nucleicAcid: negative('13T10:00') })))
    await settle()
    expect(desk.state().shown?.judgement.verdict.row).toBe('V11')
    const last = parseEnvelope(readSealed((await store.queued()).at(-1)?.payload ?? '').json)
    expect(last).toMatchObject({ verdict: { row: 'V11' } })
    expect(last.settled).toBeUndefined()
    desk.next()
    expect(desk.state().parked.map((session) => session.plate?.text)).toEqual([plate])
  })

  test('a second refusal is not settled by what was said of the first', async () => {
    const { desk } = await booth(() => ({ ok: true, value: late }))
    desk.typePlate(plate)
    await settle()
    desk.send(refusal)
    await settle()
    desk.send({ type: 'settled', settled: 'other-driver' })
    await settle()
    desk.takeBack()
    desk.send({ type: 'person-forgotten', person: 0 })
    desk.send(refusal)
    await settle()
    expect(desk.state()).toMatchObject({ shown: { judgement: { verdict: { row: 'V15' } } } })
    expect(desk.state().session?.settled).toBeUndefined()
  })

  test('he agrees after all: asked on, and the new record takes the refusal back', async () => {
    const { desk, store, forward } = await booth(() => ({ ok: true, value: late }))
    desk.typePlate(plate)
    await settle()
    desk.send(refusal)
    await settle()
    const [first] = await store.queued()
    forward(minute)
    desk.send({ type: 'agreed', at: plus(now, minute) })
    await settle()
    expect(desk.state().step?.ask).toBe('documents')
    desk.send(shows(papers({ nucleicAcid: negative('13T10:00') })))
    await settle()
    const second = (await store.queued()).find(({ id }) => id !== first?.id)
    expect(parseEnvelope(readSealed(second?.payload ?? '').json)).toMatchObject({
      corrects: first?.id,
      verdict: { row: 'V11' },
    })
  })
})

describe('after a verdict has left the screen', () => {
  test('it is taken back from the scan screen, and the new record corrects it', async () => {
    const { desk, store } = await booth(() => ({ ok: true, value: view() }))
    desk.typePlate(plate)
    await settle()
    desk.send({ type: 'scope-said', scope: 'in-province' })
    await settle()
    const [first] = await store.queued()
    desk.next()
    expect(desk.state()).toMatchObject({ session: undefined, last: { shown: { id: first?.id } } })
    desk.takeBackLast()
    expect(desk.state()).toMatchObject({ reviewing: true, last: undefined, shown: { id: first?.id } })
    desk.send({ type: 'forgotten', what: 'trip' })
    desk.send({ type: 'scope-said', scope: 'cross-province' })
    await settle()
    const second = (await store.queued()).find(({ id }) => id !== first?.id)
    expect(parseEnvelope(readSealed(second?.payload ?? '').json)).toMatchObject({ corrects: first?.id })
  })

  test('the truck that was begun meanwhile waits beside', async () => {
    const { desk } = await booth(() => ({ ok: true, value: view() }))
    desk.typePlate(plate)
    await settle()
    desk.send({ type: 'scope-said', scope: 'in-province' })
    await settle()
    desk.next()
    desk.typePlate('沪DX0001')
    await settle()
    desk.takeBackLast()
    expect(desk.state().parked.map((session) => session.plate?.text)).toEqual(['沪DX0001'])
  })
})

describe('the driver registers on his own phone', () => {
  test('nothing moves before he has finished; then the check goes on by itself', async () => {
    let answer = view()
    const { desk } = await booth(() => ({ ok: true, value: answer }))
    desk.typePlate(plate)
    await settle()
    desk.send({ type: 'scope-said', scope: 'cross-province' })
    await settle()
    const before = desk.state()
    await desk.lookForTrip()
    expect(desk.state()).toBe(before)
    answer = late
    await desk.lookForTrip()
    await settle()
    expect(desk.state().step?.ask).toBe('documents')
    expect(desk.state().shown).toBeUndefined()
  })
})
