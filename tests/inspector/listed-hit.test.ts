import { describe, expect, it } from 'vitest'
import { makeEnvelope } from '../../checkpoint-app/inspector/make-envelope.ts'
import type { Listing } from '../../shared/facts.ts'
import { inspectionOf, parseEnvelope } from '../../shared/sync/envelope.ts'
import { now } from '../policy/truck.ts'
import { onlinePerson, papers, scannedFreight, trip, truckSeen, view, type Booth } from './booth.ts'
import { terminalKept as terminal } from '../device/terminal-row.ts'

/** Offline, a freight code in hand, and the list of the bundle seems to name its driver. */
async function hit(listed: Listing, tag = 'AAAAAA') {
  const arrived = truckSeen().happens({ type: 'code-read', opened: await scannedFreight() })
  return arrived.lookedUp(undefined, { people: [{ tag, listed }] })
}
const looked = (booth: Booth, same: boolean) => booth.happens({ type: 'listed-checked', person: 0, same })

describe('a hit of the bundle’s list', () => {
  it.each([
    ['positive', 'V1'],
    ['red', 'V3'],
  ] as const)('%s: nothing is decided before the head has looked; it is this person: %s', async (listed, row) => {
    const booth = await hit(listed)
    expect(booth.says()).toBe('listed')
    expect(looked(booth, true).says()).toMatch(new RegExp(`^${row}\\b`))
  })

  it('somebody else: the check goes on as if there were no list', async () => {
    const booth = await hit('red')
    const plain = await hit('tracking')
    expect(looked(booth, false).says()).toBe(plain.says())
    const shown = papers()
    expect(looked(booth, false).answers(0, shown).says()).toBe(plain.answers(0, shown).says())
  })

  it('somebody who is tracked is held by nobody, and nothing is asked about it', async () => {
    expect((await hit('tracking')).says()).not.toBe('listed')
  })

  it('the server’s word on a person is a fact as before, and it knows better than the bundle', () => {
    const people = [{ tag: 'AAAAAA', listed: 'red' as const }]
    const said = (listed: Listing | null) =>
      truckSeen()
        .lookedUp(view({ trip: trip(), crew: [onlinePerson({ listed })] }), { people })
        .says()
    expect(said('red')).toMatch(/^V3/)
    expect(said(null)).not.toMatch(/^(V3|listed)/)
  })

  it('what would change nothing is not asked: a driver who tested positive is led away all the same', async () => {
    const booth = (await hit('positive')).answers(0, papers({ nucleicAcid: { result: 'positive' } }))
    expect(booth.says()).toMatch(/^V1/)
  })

  it('the head looked at this person: of the next one in that seat it says nothing', async () => {
    const booth = looked(await hit('red'), false)
    const other = booth.happens({ type: 'person-forgotten', person: 0 })
    expect(other.says()).toBe('listed')
  })

  it('what the head said is in the record, and reads back', async () => {
    const booth = looked(await hit('red'), false).answers(0, papers())
    const step = booth.asks()
    if (!('judgement' in step)) throw new Error(step.ask)
    const clock = { now: () => now, offset: () => 0, held: () => false, notBefore: () => undefined }
    const { session } = booth
    const id = '0190a6b0-0000-7000-8000-0000000000bb'
    const envelope = parseEnvelope(makeEnvelope({ id, session, judgement: step.judgement, terminal, clock }))
    expect(envelope.crew[0]?.listHit).toEqual({ list: 'red', confirmed: false })
    expect(inspectionOf(envelope).facts.crew[0]?.listed).toBeUndefined()
  })
})
