import { getLead, listLeads } from '../../../schema/api/leads.ts'
import { sql } from '../../../server/store/db.ts'
import { setPlace } from '../../../server/store/leads.ts'
import type { StaffRole } from '../../../schema/api/endpoint.ts'
import { beijingIso, instant } from '../../../shared/instant.ts'
import type { Envelope } from '../../../shared/sync/envelope.ts'
import { jpegText } from '../../kit/jpeg.ts'
import { inProvince, world } from '../../kit/world.ts'

export type Credential = Envelope['credentials'][number]
type Inspector = Awaited<ReturnType<Awaited<ReturnType<typeof world>>['inspector']>>

/** Two booths an hour's drive apart (89 km), a third beside the first, a fourth nobody has measured; and the office. */
export async function twoBooths() {
  const road = await world()
  await road.db.commit([
    ...['JZ-G03', 'JZ-G04'].map((id) =>
      sql
        .insertInto('checkpoint')
        .values({ id, name: `${id} 站`, road: 'G55', county: '410822', lanes: 2, active: 1, fictional: 1 })
        .compile(),
    ),
    setPlace('JZ-G01', { lat: 35, lon: 113 }),
    setPlace('JZ-G02', { lat: 35.8, lon: 113 }),
    setPlace('JZ-G03', { lat: 35.05, lon: 113 }),
  ])
  const [west, far, near, unmeasured] = await Promise.all(
    ['JZ-G01', 'JZ-G02', 'JZ-G03', 'JZ-G04'].map((id) => road.inspector(id)),
  )
  const office = async (role: StaffRole, at: string | null = null) => (await road.staff(role, at)).send
  const supervisor = await office('supervisor')
  return {
    ...road,
    west: west!,
    far: far!,
    near: near!,
    unmeasured: unmeasured!,
    office,
    supervisor,
    leads: async (query = '') => (await supervisor('GET', `/api/leads${query}`)).as(listLeads.answer),
    lead: async (id: string) => (await supervisor('GET', `/api/leads/${id}`)).as(getLead.answer),
  }
}
export type Booths = Awaited<ReturnType<typeof twoBooths>>

export const paper = (more: Partial<Credential> = {}): Credential => ({
  kind: 'freight',
  jti: 'x4Kq9TzL0mWb',
  number: '482109371165',
  refused: null,
  ...more,
})
export const pass = (more: Partial<Credential> = {}): Credential => ({
  kind: 'pass',
  jti: 'p4Kq9TzL0mWb',
  number: '410800000123',
  refused: null,
  ...more,
})

type Shown = { plate?: string; at: number; credentials?: readonly Credential[] } & Partial<Envelope>

/** One truck before one booth, some minutes after the clock's start. */
export const shows = (road: Booths, { plate = '豫HX0001', at, credentials = [paper()], ...more }: Shown) => ({
  id: crypto.randomUUID(),
  facts: inProvince(plate),
  madeAt: beijingIso(instant(road.clock.now() + at * 60_000)),
  credentials: [...credentials],
  ...more,
})

export const photographs = (road: Booths, inspector: Inspector, inspection: string, more: object = {}) =>
  inspector.call('POST', '/api/evidence', {
    id: crypto.randomUUID(),
    inspection,
    takenAt: beijingIso(road.clock.now()),
    jpeg: jpegText(),
    ...more,
  })
