import { es256Signer } from '../../shared/credential/seal.ts'
import { beijingIso, floorMinute, instant, minute, parseInstant, plus, type Instant } from '../../shared/instant.ts'
import { shiftEventType } from '../../shared/shifts/event.ts'
import { sealJson } from '../../shared/sync/sealed-envelope.ts'
import type { Deps } from '../deps.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { lastIncidentsOf } from '../store/incidents.ts'
import { staffByLogin } from '../store/staff.ts'
import { watchQueues } from '../usecases/congestion-tick.ts'
import { getIncident } from '../usecases/incident-view.ts'
import { newId } from '../usecases/new-id.ts'
import { checkIn, reportQueue } from '../usecases/queue-told.ts'
import { putDuty } from '../usecases/roster.ts'
import { uploadShiftEvents } from '../usecases/shift-events.ts'
import { answerForSummoned } from '../usecases/summons-answer.ts'
import { demoTerminal } from './booth.ts'
import { dayScript, happenings, historyMinutes, queueMetres, quickTrucks } from './day-script.ts'
import type { Scene } from './day-script.ts'

type Asker = Parameters<typeof getIncident>[1]
type Booth = Awaited<ReturnType<typeof demoTerminal>>
/** Who checks, at each checkpoint where something happens. */
export type DemoDay = ReadonlyMap<string, Booth>

const facts = (plate: string) => ({
  trip: { scope: 'in-province' },
  vehicle: { plate, freight: true },
  freightCode: 'green',
  crew: [{ role: 'driver' }],
})

export async function staffAsker(deps: Deps, login: string): Promise<Asker> {
  const [row] = await deps.db.all(staffByLogin(login))
  if (row === undefined) throw new Error(`no ${login} in the demonstration`)
  return { kind: 'staff', staff: row.id, role: row.role, checkpoint: row.checkpoint_id, session: '' }
}

/** Everybody whom a step calls, invented. */
async function addRoster(deps: Deps): Promise<void> {
  const command = await staffAsker(deps, 'command')
  const put = (role: 'leader' | 'cadre' | 'party-principal' | 'government-principal' | 'county-desk', more: object) =>
    putDuty(deps, command, {
      id: newId(deps),
      role,
      name: '',
      title: '示例职务',
      unit: '示例单位',
      phone: '19800000100',
      from: beijingIso(plus(deps.now(), -24 * 60 * minute)),
      ...more,
    })
  const places = await deps.db.all(everyCheckpoint())
  for (const [nth, { id: checkpoint }] of places.entries()) {
    const name = (text: string) => `${text}示例${'甲乙丙丁戊己庚辛壬癸'[nth % 10]}`
    await put('leader', { checkpoint, name: name('领导'), title: '副县长' })
    await put('cadre', { checkpoint, name: name('干部'), rank: 1 })
    await put('cadre', { checkpoint, name: name('后备'), rank: 2 })
  }
  for (const area of new Set(places.map(({ county }) => county))) {
    await put('party-principal', { area, name: '书记示例', title: '县委书记' })
    await put('government-principal', { area, name: '县长示例', title: '县长' })
    await put('county-desk', { area, name: '县值班示例', title: '值班员' })
  }
}

/** A driver has joined the queue and says so by the sign beside the road; `since`: minutes ago. */
async function joins(deps: Deps, { checkpoint, plate, metres }: Joining, since: number): Promise<void> {
  const at = beijingIso(plus(deps.now(), -since * minute))
  await checkIn(deps, { id: newId(deps), checkpoint, plate, source: 'qr', metres, at })
}
type Joining = { checkpoint: string; plate: string; metres: number }

/** The shift begins and its lanes open. */
async function opens(deps: Deps, { asker, privateKey }: Booth, lanes: number): Promise<void> {
  const { terminal, checkpoint } = asker
  const says = async (said: object) => {
    const about = {
      id: newId(deps),
      terminal,
      checkpoint,
      madeAt: beijingIso(deps.now()),
      clockOffsetMs: 0,
      app: 'demo',
    }
    const token = await sealJson(
      JSON.stringify({ ...said, ...about }),
      es256Signer(terminal, privateKey),
      shiftEventType,
    )
    await uploadShiftEvents(deps, asker, [token])
  }
  await says({ kind: 'on', lane: 1, segment: `198000010${checkpoint.slice(-2)}` })
  for (let lane = 1; lane <= lanes; lane += 1) await says({ kind: 'lane-open', lane })
}

async function isChecked(deps: Deps, day: DemoDay, { checkpoint, plate, lane }: Through): Promise<void> {
  const nobody = { crew: [{ surname: '例', idTail: '0000' }], trip: null }
  await day.get(checkpoint)?.record({ id: newId(deps), at: deps.now(), lane, facts: facts(plate), ...nobody })
}
type Through = { checkpoint: string; plate: string; lane: number }

/** Those whom an incident called, as they answer: most within minutes, the first cadre never. `pace`: how fast the day goes. */
async function answer(deps: Deps, scene: Scene, pace: number): Promise<void> {
  const [row] = await deps.db.all(lastIncidentsOf(scene.checkpoint))
  if (row === undefined || row.ended_at !== null || row.started_at === null) return
  const dispatcher = await staffAsker(deps, 'dispatcher')
  const { summonses } = await getIncident(deps, dispatcher, row.id)
  for (const one of summonses) {
    if (one.purpose === 'inform' || one.role === 'cadre' || one.state === 'on-site' || one.state === 'moot') continue
    const passed = ((deps.now() - (parseInstant(one.at) ?? deps.now())) / minute) * pace
    const said =
      one.acknowledgedAt === null && passed >= 2
        ? 'acknowledged'
        : one.onSiteAsked && passed >= 14
          ? 'arrived'
          : undefined
    const promised = one.acknowledgedAt !== null
    if (said === undefined || (said === 'arrived' && !promised)) continue
    await answerForSummoned(deps, dispatcher, { id: row.id, summons: one.id, answer: said })
  }
}

/**
 * An hour of queues before now, by the same use cases that take them in any other day, each at its own moment: the clock of the server
 * itself is not touched.
 */
export async function addDemoCongestion(deps: Deps): Promise<{ day: DemoDay; began: Instant }> {
  await addRoster(deps)
  const now = floorMinute(deps.now())
  let at: Instant | undefined = plus(now, -historyMinutes * minute)
  // Afterwards the phones go on by the server's clock.
  const then: Deps = { ...deps, now: () => at ?? deps.now() }
  const booths = new Map<string, Booth>()
  for (const { checkpoint, lanes } of dayScript) {
    const who = { name: '查验示例庚', login: `queue-${checkpoint.toLowerCase()}`, boundAgo: 0 }
    const booth = await demoTerminal(then, checkpoint, who)
    booths.set(checkpoint, booth)
    await opens(then, booth, lanes)
  }
  const day: DemoDay = booths
  const past = dayScript.flatMap(happenings).filter((one) => one.at < 0)
  past.sort((a, b) => a.at - b.at)
  let next = 0
  for (let m = 1 - historyMinutes; m <= 0; m += 1) {
    for (; (past[next]?.at ?? 0) < m; next += 1) {
      const one = past[next]!
      at = plus(now, Math.round(Math.max(one.at, -historyMinutes) * minute))
      // Of a queue that stood before the day began.
      if (one.kind === 'joins') await joins(then, one, Math.max(0, -historyMinutes - one.at))
      else await isChecked(then, day, one)
    }
    at = plus(now, m * minute)
    await watchQueues(then)
    for (const scene of dayScript) await answer(then, scene, 1)
  }
  at = undefined
  return { day, began: now }
}

/** Milliseconds between two looks of the day that goes on. */
const every = 4000

/**
 * The day goes on, `speed` times as fast as its script; answers how to stop. At its own speed every driver joins and is checked at his
 * moment. Faster, no truck can be checked sooner than trucks are: those that come say that they have waited as long as the script has it,
 * and the dispatcher is told so.
 */
export function runDemoDay(deps: Deps, { day, began }: { day: DemoDay; began: Instant }, speed: number): () => void {
  const ahead = dayScript.flatMap(happenings).filter((one) => one.at >= 0)
  ahead.sort((a, b) => a.at - b.at)
  const fast = quickTrucks()
  let round = began
  let busy = false
  const byScript = async () => {
    const now = () => (deps.now() - round) / minute
    for (let one = ahead[0]; one !== undefined && one.at <= now(); one = ahead[0]) {
      ahead.shift()
      if (one.kind === 'joins') await joins(deps, one, 0)
      else await isChecked(deps, day, one)
    }
    if (ahead.length > 0) return
    round = instant(deps.now() + historyMinutes * minute)
    ahead.push(...dayScript.flatMap(happenings).toSorted((a, b) => a.at - b.at))
  }
  const quickly = async () => {
    const dispatcher = await staffAsker(deps, 'dispatcher')
    const passed = ((deps.now() - began) / minute) * speed
    for (const { scene, wait, trucks, tells } of fast(deps.now(), passed)) {
      for (const plate of trucks) {
        await joins(deps, { checkpoint: scene.checkpoint, plate, metres: queueMetres(scene, wait) }, wait)
        await isChecked(deps, day, { checkpoint: scene.checkpoint, plate, lane: 1 })
      }
      const told = { waitMinutes: Math.round(wait), metres: queueMetres(scene, wait), congested: wait > 15 }
      if (tells) await reportQueue(deps, dispatcher, { id: newId(deps), checkpoint: scene.checkpoint, ...told })
    }
  }
  const run = async () => {
    if (busy) return
    busy = true
    try {
      await (speed === 1 ? byScript() : quickly())
      for (const scene of dayScript) await answer(deps, scene, speed)
    } catch (cause) {
      deps.log('demo-day-failed', { error: cause instanceof Error ? cause.name : typeof cause })
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void run(), every).unref()
  return () => clearInterval(timer)
}
