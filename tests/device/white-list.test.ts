import { describe, expect, it } from 'vitest'
import { askLists } from '../../checkpoint-app/device/lists-here.ts'
import { bundleKeeper } from '../../checkpoint-app/device/bundle-keeper.ts'
import type { OpenBundle } from '../../checkpoint-app/device/bundle.ts'
import { factsHere, whitelistHere } from '../../checkpoint-app/device/facts-here.ts'
import type { KnownTruck, PersonHere } from '../../checkpoint-app/device/known-here.ts'
import { isWhitelisted, whitelistChip } from '../../checkpoint-app/inspector/whitelist-chip.ts'
import { day, minute, plus } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { plateTag } from '../../shared/sync/crew-tag.ts'
import { onlinePerson } from '../inspector/booth.ts'
import { moment, now, person } from '../policy/truck.ts'
import { answered, bundleServer, jwks, tagKey, terminal, zhang as tag, type Parts } from './bundle-kit.ts'
import { memoryStore } from './memory-store.ts'

const second = (iso: string) => Date.parse(iso) / 1000
const [from, to] = ['2022-05-16T00:00:00+08:00', '2022-05-23T00:00:00+08:00']
const rest: [number, number, boolean, null] = [second(from), second(to), true, null]
type Entry = Parts['whitelist'][number]
const entry: Entry = [tag, second(from), second(to), true, null]
const term = { from: moment('16T00:00'), to: moment('23T00:00'), closedLoop: true }

async function bundleWith(whitelist: readonly Entry[]): Promise<OpenBundle> {
  const store = memoryStore()
  await store.write('jwks', jwks)
  const { server, says } = bundleServer()
  says(await answered({ parts: { whitelist: [...whitelist] } }))
  const keeper = await bundleKeeper(store, server, terminal)
  await keeper.refresh()
  return keeper.current()!
}

const mark = { surname: '张', idTail: '0015' }
const asked = async (bundle: Promise<OpenBundle>, at = now) =>
  (await askLists(await bundle, { plate: '豫HX0001', people: [mark], online: undefined, now: at })).people[0]?.whitelist

describe('without a network the bundle knows who is on the drivers list', () => {
  it('by surname and last four, for any truck or for the one that is named', async () => {
    const only = async (plate: string): Promise<Entry> => [tag, entry[1], entry[2], true, await plateTag(tagKey, plate)]
    expect(await asked(bundleWith([entry]))).toEqual(term)
    expect(await asked(bundleWith([await only('豫HX0001')]))).toEqual(term)
    expect(await asked(bundleWith([await only('豫HX0002')]))).toBeUndefined()
    expect(await asked(bundleWith([['another', ...rest]]))).toBeUndefined()
    expect(await asked(bundleWith([]))).toBeUndefined()
  })

  it('of two entries the one that lasts longest', async () => {
    const longer: Entry = [tag, entry[1], second('2022-05-30T00:00:00+08:00'), true, null]
    expect((await asked(bundleWith([entry, longer])))?.to).toBe(moment('30T00:00'))
  })

  it('one that expired is not believed', async () =>
    expect(await asked(bundleWith([entry]), plus(now, day))).toBeUndefined())
})

const here: PersonHere = {
  key: 1,
  role: 'driver',
  mark,
  whitelist: term,
  answers: { ...person({ healthCode: 'yellow', healthCodeGround: 'itinerary' }) },
}
const truck = (one: PersonHere): KnownTruck => ({
  plate: '豫HX0001',
  freight: null,
  scopeSaid: 'cross-province',
  registeredSaid: true,
  crew: [one],
})

describe('what the phone judges with it', () => {
  it('offline: a yellow of the itinerary is no restriction (V10, M2), and the chip says until when', () => {
    const facts = factsHere(truck(here), now)
    const verdict = decide(facts, now)
    expect([verdict.row, verdict.modifiers]).toEqual(['V10', expect.arrayContaining(['M2', 'M6'])])
    expect(isWhitelisted(facts, verdict)).toBe(true)
    expect(whitelistChip(facts, 'zh', '＋')).toBe('＋白名单（至05-23）')
    expect(whitelistChip(facts, 'en', '＋')).toBe('+ White list (until 05-23)')
  })

  it("the server's word wins: suspended there, it does not count here", () => {
    const suspended = { ...here, online: onlinePerson({ driverWhitelist: null }) }
    expect(whitelistHere(suspended)).toBeUndefined()
    expect(factsHere(truck(suspended), now).crew[0]?.driverWhitelist).toBeUndefined()
    expect(whitelistHere({ ...suspended, online: onlinePerson({ driverWhitelist: entryOnline }) })).toEqual(term)
  })

  it('without a closed loop, or once it ended, there is no chip', () => {
    const open = { ...here, whitelist: { ...term, closedLoop: false } }
    const counts = (one: PersonHere, at = now) => {
      const facts = factsHere(truck(one), at)
      return isWhitelisted(facts, decide(facts, at))
    }
    expect([counts(here), counts(here, term.to)]).toEqual([true, true])
    expect([counts(open), counts(here, plus(term.to, minute))]).toEqual([false, false])
  })
})

const entryOnline = { from, to, closedLoop: true }
