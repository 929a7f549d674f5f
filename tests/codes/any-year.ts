/** A year of one person's life on the road, crowded around the edges, with much that is unlawful among it. */
import * as fc from 'fast-check'
import type { LedgerEvent, Source } from '../../shared/codes/events.ts'
import { overstayEvent } from '../../shared/codes/openings.ts'
import { actorRoles, decidedWays, evidenceKinds, reasons, rulesOf } from '../../shared/codes/reasons.ts'
import { day, hour, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { moment } from '../policy/truck.ts'

export const yearStart = moment('2022-05-01T00:00')
export const yearEnd = moment('2023-05-01T00:00')

const anchors = [0, 24, 48, 72, 96, 2000, 2024, 2048, 8000].map((hours) => hours * hour)
const offsets = [0, 1, -1, 30, 60, 24 * 60, 48 * 60, 48 * 60 + 1, 72 * 60, 72 * 60 + 1].map(
  (minutes) => minutes * minute,
)

const anyMoment: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...anchors), fc.constantFrom(...offsets), fc.constantFrom(0, 1, 30_000))
    .map(([anchor, offset, rest]) => plus(yearStart, 10 * day + anchor + offset + rest)),
  fc.integer({ min: 0, max: 364 * 24 * 60 }).map((minutes) => plus(yearStart, minutes * minute)),
)

const anyId = fc.integer({ min: 0, max: 40 }).map((n) => `e${n}`)
const anyActor = fc.record({
  role: fc.constantFrom(...actorRoles, 'epidemic' as const),
  id: fc.constantFrom('A', 'B', 'C'),
})
const anySource: fc.Arbitrary<Source> = fc.constantFrom('checkpoint', 'feed', 'intake', 'office', 'company', 'driver')
const stamp = { id: anyId, at: anyMoment, source: anySource, actor: anyActor }

const lawfulActors = { Y1: 'inspector', Y2: 'system', R1: 'inspector', R2: 'feed', R3: 'system' } as const
const anyOpening = fc
  .record({
    ...stamp,
    reason: fc.constantFrom(...reasons),
    lawful: fc.boolean(),
    evidence: fc.record({ kind: fc.constantFrom(...evidenceKinds), id: fc.constantFrom('V-1', 'V-2', '') }),
  })
  .map(({ lawful, reason, ...rest }): LedgerEvent => {
    if (lawful && reason === 'Y2') return overstayEvent(instant(Math.floor(rest.at / minute) * minute))
    const rules = rulesOf(reason)
    const actor = lawful ? { role: lawfulActors[reason], id: 'I' } : rest.actor
    const evidence = lawful ? { kind: rules.evidence[0], id: 'V-1' } : rest.evidence
    const common = { ...rest, actor, evidence, ground: rules.grounds[0] }
    return reason === 'Y1' || reason === 'Y2'
      ? { ...common, kind: 'opened', reason }
      : { ...common, kind: 'proposed', reason }
  })

const anyTested = fc
  .record({
    ...stamp,
    result: fc.constantFrom(
      'negative' as const,
      'negative' as const,
      'negative' as const,
      'positive' as const,
      'pending' as const,
    ),
    sampledBefore: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 9 }),
    reportedBefore: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 9 }),
    inspection: fc.constantFrom('V-1', 'V-2'),
  })
  .map(({ sampledBefore, reportedBefore, ...rest }): LedgerEvent => {
    const reported = reportedBefore === null ? null : plus(rest.at, -reportedBefore * minute)
    const sampled = sampledBefore === null ? null : plus(reported ?? rest.at, -sampledBefore * minute)
    return { ...rest, kind: 'tested', sampledAt: sampled, reportedAt: reported }
  })

const anyOther: fc.Arbitrary<LedgerEvent> = fc.oneof(
  fc.record({ ...stamp, kind: fc.constant('arrived' as const) }),
  fc.record({ ...stamp, kind: fc.constant('left' as const), throughTrain: fc.boolean() }),
  fc.record({ ...stamp, kind: fc.constant('signed' as const), proposal: anyId }),
  fc.record({ ...stamp, kind: fc.constant('closed' as const), opening: anyId, way: fc.constantFrom(...decidedWays) }),
  fc.record({ ...stamp, kind: fc.constant('withdrawn' as const), inspection: fc.constantFrom('V-1', 'V-2') }),
  fc.record({
    ...stamp,
    kind: fc.constant('appeal-decided' as const),
    opening: anyId,
    decision: fc.constant('cleared' as const),
    way: fc.constantFrom(...decidedWays),
  }),
  fc.record({ ...stamp, kind: fc.constant('registered' as const), trip: anyId, until: anyMoment }),
  fc.record({ ...stamp, kind: fc.constant('trip-ended' as const), trip: anyId }),
)

const anyFollowUp = fc.record({
  after: fc.constantFrom(-1, 0, 1, 10, 60, 3000).map((minutes) => minutes * minute),
  what: fc.constantFrom('signed' as const, 'signed' as const, 'signed' as const, 'closed' as const),
  actor: fc.oneof(
    { arbitrary: anyActor, weight: 1 },
    { arbitrary: fc.record({ role: fc.constant('epidemic' as const), id: fc.constantFrom('A', 'B', 'C') }), weight: 3 },
  ),
  way: fc.constantFrom(...decidedWays),
})

/** An opening and what people do about it. */
const anyEpisode = fc
  .tuple(anyOpening, fc.array(anyFollowUp, { maxLength: 4 }))
  .map(([opening, followUps]): readonly LedgerEvent[] => [
    opening,
    ...followUps.map(({ after, what, actor, way }, index): LedgerEvent => {
      const common = {
        id: `${opening.id}-${index}`,
        at: plus(opening.at, after),
        source: 'office' as const,
        actor,
      }
      return what === 'signed'
        ? { ...common, kind: 'signed', proposal: opening.id }
        : { ...common, kind: 'closed', opening: opening.id, way }
    }),
  ])

const one = (event: LedgerEvent): readonly LedgerEvent[] => [event]
export const anyYear: fc.Arbitrary<readonly LedgerEvent[]> = fc
  .array(
    fc.oneof(
      { arbitrary: anyEpisode, weight: 3 },
      { arbitrary: anyTested.map(one), weight: 4 },
      { arbitrary: anyOther.map(one), weight: 4 },
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((episodes) => episodes.flat())
export const anyNow = anyMoment
