import { openMigrated } from '../../server/store/open-sqlite.ts'
import { sql, type Db, type Write } from '../../server/store/db.ts'
import { openTracking } from '../../server/store/tracking.ts'
import { addInspection, type InspectionRow } from '../../server/store/inspections.ts'
import { beijingIso, instant, minute } from '../../shared/instant.ts'
import { parseInspection } from '../../shared/facts-json.ts'
import type { Inspection } from '../../shared/facts.ts'
import { Fault } from '../../shared/fault.ts'
import { decide } from '../../shared/policy/decide.ts'
import { answerOf } from '../../shared/policy/verdict.ts'
import { inspections } from '../policy/random-inspection.ts'

/** A database file with so many inspections of May 2022, judged as the server judges them. Seeded. */
export async function writeInspections(file: string, count: number): Promise<void> {
  const db = await openMigrated(file)
  try {
    await db.commit(somebodyToInspect)
    const rows = storedRows(count)
    for (let at = 0; at < count; at += 2000)
      await db.commit(
        Array.from({ length: Math.min(2000, count - at) }, () => rows.next().value!).flatMap((row) => [
          ...trackedSeats(row),
          addInspection(row),
        ]),
      )
  } finally {
    db.close()
  }
}

/** Whoever was let go while a sample is on its way is tracked; the database takes no such release otherwise. */
function trackedSeats(row: InspectionRow): Write[] {
  const persons: ({ row: string } | null)[] = JSON.parse(row.verdict).persons
  return openTracking(
    persons.flatMap((person, seat) =>
      person?.row === 'V12' || person?.row === 'V14'
        ? [{ ...nobodyKnown, inspection: row.id, seat, at: instant(row.made_at) }]
        : [],
    ),
  )
}
const nobodyKnown = { person: null, surname: '', idTail: '', plate: '', checkpoint: 'JZ-G01', trip: null }

export function* storedRows(count: number): Generator<InspectionRow, undefined> {
  const next = inspections(2022)
  for (let made = 0; made < count;) {
    const line = later(next(), made * pace)
    const inspection = sound(line)
    if (inspection === undefined) continue
    const { id: _id, now: _now, ...facts } = line
    yield rowOf(inspection, facts, made++)
  }
  return undefined
}

/** A truck every so often, so that the day moves on. */
const pace = 26_000
const times = new Set(['now', 'at', 'sampledAt', 'reportedAt', 'from', 'to'])

const later = (line: object, milliseconds: number): Record<string, unknown> =>
  JSON.parse(JSON.stringify(line), (key, value: unknown) =>
    times.has(key) && typeof value === 'string'
      ? beijingIso(instant(Date.parse(value) + milliseconds - (milliseconds % minute)))
      : value,
  ) as Record<string, unknown>

/** The mix holds lines that no server would have taken. */
function sound(line: unknown): Inspection | undefined {
  try {
    return parseInspection(line)
  } catch (cause) {
    if (cause instanceof Fault) return undefined
    throw cause
  }
}

function rowOf({ now, facts }: Inspection, json: object, index: number): InspectionRow {
  const verdict = decide(facts, now)
  const { row, outcome, edition } = verdict
  const device = { row, outcome, edition }
  const where = { terminal_id: 'T1', staff_id: 'S1', checkpoint_id: 'JZ-G01', lane: 1, trip_id: null }
  const when = { made_at: now, begun_at: null, received_at: now, offline: 0, agrees: 1 } as const
  const nobody = { crew: '[]', corrects: null, envelope: 'made up' }
  return {
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    plate: facts.vehicle?.plate ?? '',
    ...where,
    ...when,
    ...nobody,
    ...device,
    server_row: row,
    modifiers: JSON.stringify(verdict.modifiers),
    facts: JSON.stringify(json),
    verdict: JSON.stringify(answerOf(verdict)),
    device_verdict: JSON.stringify(device),
  }
}

const checkpoint = {
  id: 'JZ-G01',
  name: '示例',
  road: 'S49',
  county: '410822',
  lanes: 4,
  active: 1,
  fictional: 1,
} as const
const inspector = { id: 'S1', login: 's1', name: '示例', role: 'inspector', checkpoint_id: 'JZ-G01' } as const
const phone = { id: 'T1', staff_id: 'S1', checkpoint_id: 'JZ-G01', lane: 1, device: 'bench', segment: null }
const bound = { public_jwk: '{}', thumbprint: 'T1', bound_at: 0, last_seen_at: null }
const notReleased = { released_at: null, released_by: null, release_reason: null }

const somebodyToInspect: readonly Write[] = [
  sql.insertInto('checkpoint').values(checkpoint).compile(),
  sql
    .insertInto('staff')
    .values({ ...inspector, password_hash: 'none', created_at: 0, disabled_at: null })
    .compile(),
  sql
    .insertInto('terminal')
    .values({ ...phone, ...bound, ...notReleased })
    .compile(),
]

/** For tests that tamper with what is stored. */
export const setColumn = (db: Db, id: string, changed: Partial<Pick<InspectionRow, 'facts' | 'verdict' | 'edition'>>) =>
  db.commit([sql.updateTable('inspection').set(changed).where('id', '=', id).compile()])
