import { describe, expect, it } from 'vitest'
import { askLists } from '../../checkpoint-app/device/lists-here.ts'
import type { OpenBundle } from '../../checkpoint-app/device/bundle.ts'
import { factsHere, whitelistHere } from '../../checkpoint-app/device/facts-here.ts'
import type { KnownTruck, PersonHere } from '../../checkpoint-app/device/known-here.ts'
import { isWhitelisted, whitelistChip } from '../../checkpoint-app/inspector/whitelist-chip.ts'
import { bundle as contract } from '../../schema/api/terminals.ts'
import { beijingIso, day, hour, minute, plus } from '../../shared/instant.ts'
import { decide } from '../../shared/policy/decide.ts'
import { lawOf, nothingPublished } from '../../shared/policy/published-law.ts'
import { crewTag, importTagKey } from '../../shared/sync/crew-tag.ts'
import { onlinePerson } from '../inspector/booth.ts'
import { moment, now, person } from '../policy/truck.ts'

const tagText = 'A'.repeat(43)
const tagKey = await importTagKey(tagText)
const tag = await crewTag(tagKey, '张', '0015')
const entry = {
  tag,
  from: '2022-05-16T00:00:00+08:00',
  to: '2022-05-23T00:00:00+08:00',
  closedLoop: true,
}
const term = { from: moment('16T00:00'), to: moment('23T00:00'), closedLoop: true }

function bundleWith(whitelist: OpenBundle['content']['whitelist']): OpenBundle {
  const content = contract.parse({
    seq: 1,
    madeAt: beijingIso(now),
    staleAt: beijingIso(plus(now, 15 * minute)),
    expiresAt: beijingIso(plus(now, 24 * hour)),
    edition: 'x',
    terminal: {
      id: '0190a6b0-0000-7000-8000-000000000001',
      inspector: { id: '0190a6b0-0000-7000-8000-000000000002', name: '查验示例' },
      checkpoint: { id: 'JZ-G01', name: '示例站', county: '410800' },
      lane: 1,
    },
    keys: { keys: [] },
    revoked: [],
    priorReleases: [],
    tagKey: tagText,
    listed: [],
    ...(whitelist && { whitelist }),
  })
  return { signed: '', content, keys: new Map(), tagKey, law: lawOf(nothingPublished) }
}

const zhang = { surname: '张', idTail: '0015' }
const asked = async (bundle: OpenBundle, at = now) =>
  (await askLists(bundle, { plate: '豫HX0001', people: [zhang], online: undefined, now: at })).people[0]?.whitelist

describe('without a network the bundle knows who is on the drivers list', () => {
  it('by surname and last four, for any truck or for the one that is named', async () => {
    expect(await asked(bundleWith([entry]))).toEqual(term)
    expect(await asked(bundleWith([{ ...entry, plate: '豫HX0001' }]))).toEqual(term)
    expect(await asked(bundleWith([{ ...entry, plate: '豫HX0002' }]))).toBeUndefined()
    expect(await asked(bundleWith([{ ...entry, tag: 'another' }]))).toBeUndefined()
    expect(await asked(bundleWith([]))).toBeUndefined()
  })

  it('of two entries the one that lasts longest', async () =>
    expect((await asked(bundleWith([entry, { ...entry, to: '2022-05-30T00:00:00+08:00' }])))?.to).toBe(
      moment('30T00:00'),
    ))

  it('a bundle of an older server says nothing, and one that expired is not believed', async () => {
    expect(await asked(bundleWith(undefined))).toBeUndefined()
    expect(await asked(bundleWith([entry]), plus(now, day))).toBeUndefined()
  })
})

const here: PersonHere = {
  key: 1,
  role: 'driver',
  mark: zhang,
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

const entryOnline = { from: entry.from, to: entry.to, closedLoop: true }
