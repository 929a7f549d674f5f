import type { Line } from './second-reading.ts'

/** Random inspections that crowd the boundaries; seeded, so that a failure can be run again. */
export function inspections(seed: number): () => Line {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(...of: T[]): T => of[Math.floor(next() * of.length)]!
  const often = (p: number) => next() < p
  /** A key with a value, or the key left out. */
  const maybe = (p: number, key: string, value: () => unknown): Line => (often(p) ? { [key]: value() } : {})

  const base = Date.parse('2022-05-16T10:00:00+08:00')
  const at = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00'
  const around = (now: number, hours: number) =>
    at(now - hours * 3_600_000 + pick(0, 0, 59, -59, 60, -60, 61, 1, -1, 3600, -3600) * 1000)

  const test = (now: number): Line | null => {
    if (often(0.08)) return null
    const reported = around(now, pick(48, 48, 48, 10, 60, 24, 0.5))
    const sampled = at(Date.parse(reported) - pick(0, 60, 7200, 28_800) * 1000)
    return {
      result: often(0.03) ? 'positive' : pick('negative', 'negative', 'negative', 'negative', 'pending'),
      ...pick(
        { reportedAt: reported },
        { sampledAt: sampled },
        { sampledAt: sampled, reportedAt: reported },
        { sampledAt: sampled, reportedAt: reported },
        {},
      ),
    }
  }
  const whitelist = (now: number): Line | null => {
    if (often(0.2)) return null
    const from = now - pick(0, 1, 24, 100, -1, 167, 168) * 3_600_000
    return {
      from: at(from),
      to: at(from + 7 * 86_400_000 + pick(0, 0, 1000, -1000, 86_400_000, -86_400_000)),
      closedLoop: often(0.85),
    }
  }
  const person = (now: number): Line => ({
    role: pick('driver', 'escort'),
    ...maybe(0.9, 'temperatures', () =>
      pick<number[]>(
        [],
        [36.5],
        [36.5],
        [36.5],
        [36.5],
        [37.2],
        [37.3],
        [37.3, 36.9],
        [36.9, 37.3],
        [37.5, 37.6],
        [37.2, 37.3],
        [37.6, 36.5, 37.6],
        [36.5, 37.3, 37.3],
        [37.3, 37.3, 37.2],
      ),
    ),
    ...maybe(0.93, 'nucleicAcid', () => test(now)),
    ...maybe(0.6, 'antigen', () =>
      pick('negative', 'negative', 'negative', 'invalid', null, often(0.15) ? 'positive' : null),
    ),
    ...maybe(0.95, 'healthCode', () =>
      pick('green', 'green', 'green', 'yellow', 'yellow', null, often(0.2) ? 'red' : 'green'),
    ),
    ...maybe(0.4, 'healthCodeGround', () => pick('itinerary', 'other', null)),
    ...maybe(0.95, 'travelCard', () =>
      pick(
        'green',
        'green',
        'green-starred',
        'green-starred',
        'yellow',
        null,
        often(0.15) ? pick('orange', 'red') : 'green',
      ),
    ),
    ...maybe(0.95, 'riskStay', () => pick(false, false, false, false, null, often(0.2))),
    ...maybe(0.5, 'listed', () => pick(null, null, null, 'tracking', often(0.15) ? pick('positive', 'red') : null)),
    ...maybe(0.5, 'driverWhitelist', () => whitelist(now)),
    ...maybe(0.6, 'refuses', () => often(0.25)),
  })
  let count = 0
  return () => {
    const now = base + pick(0, 0, 59, 30, 3600 * 24 * 20) * 1000
    return {
      id: `S${seed}-${count++}`,
      now: at(now),
      trip: {
        ...maybe(0.95, 'scope', () =>
          pick('in-province', 'cross-province', 'cross-province', 'cross-province', 'unknown'),
        ),
        ...maybe(0.95, 'registered', () => often(0.85)),
        ...maybe(0.5, 'throughTrain', () => often(0.3)),
        ...maybe(0.6, 'cargo', () => pick('01', '02', '03', '09', '99')),
      },
      vehicle: { plate: pick('豫H12345', '沪DX0001', '豫H00001D'), ...maybe(0.9, 'freight', () => !often(0.03)) },
      ...maybe(0.95, 'freightCode', () =>
        pick('green', 'green', 'yellow', 'grey', 'grey', null, null, often(0.2) ? 'red' : null),
      ),
      crew: Array.from({ length: pick(1, 1, 1, 2, 3) }, () => person(now)),
      ...maybe(0.6, 'pass', () =>
        pick(null, { state: pick('valid', 'valid', 'expired', 'mismatch', 'revoked', 'forged') }),
      ),
      ...maybe(0.4, 'priorRelease', () =>
        pick(null, { at: around(now, pick(24, 24, 6, 30, 0.01)), checkpoint: 'JZ-G01', sameCrew: often(0.7) }),
      ),
      ...maybe(0.6, 'offline', () => often(0.3)),
    }
  }
}
