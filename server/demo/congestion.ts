import { es256Signer } from '../../shared/credential/seal.ts'
import { beijingIso, floorMinute, instant, minute, plus, type Instant } from '../../shared/instant.ts'
import { shiftEventType } from '../../shared/shifts/event.ts'
import { sealJson } from '../../shared/sync/sealed-envelope.ts'
import type { Deps } from '../deps.ts'
import { checkpointById } from '../store/checkpoints.ts'
import { watchQueue, watchQueues } from '../usecases/congestion-tick.ts'
import { setGreenLane } from '../usecases/incident-deeds.ts'
import { pause } from '../usecases/in-slices.ts'
import { newId } from '../usecases/new-id.ts'
import { deliverNotices } from '../usecases/notices-deliver.ts'
import { askReceipts } from '../usecases/notices-receipts.ts'
import { checkIn, reportQueue } from '../usecases/queue-told.ts'
import { uploadShiftEvents } from '../usecases/shift-events.ts'
import { demoTerminal } from './booth.ts'
import { answerAsCast, finishOldTasks } from './cast.ts'
import { dayMinutes, dayScript, type Scene } from './day-script.ts'
import { happeningsOf, type Happening } from './queue-of-scene.ts'
import { noteProgress } from './progress.ts'
import { addDemoRoster } from './roster.ts'

/** The phone of who checks at a checkpoint. */
export type Booth = Awaited<ReturnType<typeof demoTerminal>>
/** The queues of the demonstration, which go on up to whatever moment one asks for, each thing at its own. */
export type DemoDay = { readonly goOn: (until: Instant) => Promise<void> }
/** A checkpoint as its day goes: what is still to happen of it. */
type Stage = { scene: Scene; booth: Booth; nth: number; ahead: Happening[] }

/** Two looks are no further apart than this, milliseconds; of the past a look each minute is enough. */
const look = { past: minute, present: minute / 2 }
const settling = 6 * minute

/**
 * What happened before now, and then on, by the same use cases that take it in on any other day, each at its own moment: the clock of the
 * server itself is not touched. The grave ones come first.
 */
export async function addDemoCongestion(deps: Deps): Promise<DemoDay> {
  await addDemoRoster(deps)
  const began = floorMinute(deps.now())
  let at: Instant | undefined
  // Afterwards the phones go on by the server's clock.
  const then: Deps = { ...deps, now: () => at ?? deps.now() }
  const momentOf = (minutes: number) => plus(began, Math.round(minutes * minute))
  const stages: Stage[] = []

  async function happen({ scene, booth, nth, ahead }: Stage, until: Instant): Promise<void> {
    for (let one = ahead[0]; one !== undefined; one = ahead[0]) {
      const moment = momentOf(one.at + nth * dayMinutes)
      if (moment > until) return
      ahead.shift()
      at = moment
      await doOne(then, booth, one)
    }
    if (until < momentOf(scene.begins + (nth + 1) * dayMinutes)) return
    const stage = stages.find((each) => each.scene === scene)
    if (stage === undefined) return
    stage.nth += 1
    stage.ahead = happeningsOf(scene, stage.nth)
    await happen(stage, until)
  }

  noteProgress(deps, { done: 0, of: dayScript.length })
  for (const [place, scene] of dayScript.entries()) {
    at = momentOf(scene.begins)
    const stage = { scene, booth: await boothOf(then, scene), nth: 0, ahead: happeningsOf(scene) }
    stages.push(stage)
    const [row] = await deps.db.all(checkpointById(scene.checkpoint))
    for (let until = plus(at, look.past); until <= began; until = plus(until, look.past)) {
      await happen(stage, until)
      at = until
      // Of the first trucks nobody can say how long others wait.
      if (row !== undefined && until > plus(momentOf(scene.begins), settling)) await watchQueue(then, row)
      await answerAsCast(then, scene.checkpoint, stage.booth)
      await deliverNotices(then)
      await askReceipts(then)
      // Whoever asks meanwhile is answered.
      await pause()
    }
    noteProgress(deps, { done: place + 1, of: dayScript.length })
  }
  at = undefined
  let played: Instant = began
  return {
    async goOn(until) {
      while (played < until) {
        const next = instant(Math.min(until, played + look.present))
        for (const stage of stages) await happen(stage, next)
        at = next
        await watchQueues(then)
        for (const { scene, booth } of stages) await answerAsCast(then, scene.checkpoint, booth)
        await finishOldTasks(then)
        await deliverNotices(then)
        await askReceipts(then)
        played = next
      }
      at = undefined
    },
  }
}

const names = '子丑寅卯辰巳午未申酉'

async function boothOf(deps: Deps, { checkpoint }: Scene): Promise<Booth> {
  const who = {
    name: `查验示例${names.charAt(Number(checkpoint.slice(-2)) - 1)}`,
    login: `queue-${checkpoint.toLowerCase()}`,
  }
  const booth = await demoTerminal(deps, checkpoint, who)
  await says(deps, booth, { kind: 'on', lane: 1, segment: `198000010${checkpoint.slice(-2)}` })
  return booth
}

/** Into the log of shifts. */
async function says(deps: Deps, { asker, privateKey }: Booth, said: object): Promise<void> {
  const { terminal, checkpoint } = asker
  const about = {
    id: newId(deps),
    terminal,
    checkpoint,
    madeAt: beijingIso(deps.now()),
    clockOffsetMs: 0,
    app: 'demo',
  }
  const text = JSON.stringify({ ...said, ...about })
  const token = await sealJson(text, es256Signer(terminal, privateKey), shiftEventType)
  await uploadShiftEvents(deps, asker, [token])
}

const facts = (plate: string) => ({
  trip: { scope: 'in-province' },
  vehicle: { plate, freight: true },
  freightCode: 'green',
  crew: [{ role: 'driver' }],
})

async function doOne(deps: Deps, booth: Booth, one: Happening): Promise<void> {
  const { checkpoint } = one
  const id = newId(deps)
  switch (one.kind) {
    case 'joins': {
      const { plate, metres } = one
      await checkIn(deps, { id, checkpoint, plate, source: 'qr', metres, at: beijingIso(deps.now()) })
      return
    }
    case 'checked': {
      const nobody = { crew: [{ surname: '例', idTail: '0000' }], trip: null }
      await booth.record({ id, at: deps.now(), lane: one.lane, facts: facts(one.plate), ...nobody })
      return
    }
    case 'lane':
      return says(deps, booth, { kind: one.open ? 'lane-open' : 'lane-closed', lane: one.lane })
    case 'green': {
      const state = one.blocked ? 'blocked' : 'free'
      const note = one.blocked ? '故障货车停在应急绿色通道' : '已拖离'
      await setGreenLane(deps, booth.asker, { id: checkpoint, state, note })
      return
    }
    default:
      await reportQueue(deps, booth.asker, { id, metres: one.metres, congested: true })
  }
}

/** The day goes on by the server's clock, however fast that goes; answers how to stop. */
export function runDemoDay(deps: Deps, day: DemoDay): () => void {
  let busy = false
  const run = async () => {
    if (busy) return
    busy = true
    try {
      await day.goOn(deps.now())
    } catch (cause) {
      deps.log('demo-day-failed', { error: cause instanceof Error ? cause.name : typeof cause })
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void run(), every).unref()
  return () => clearInterval(timer)
}
/** Milliseconds between two looks at what has come. */
const every = 1000
