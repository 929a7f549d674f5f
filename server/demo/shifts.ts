import { es256Signer } from '../../shared/credential/seal.ts'
import { beijingIso, hour, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { shiftEventType } from '../../shared/shifts/event.ts'
import type { Handover } from '../../shared/shifts/event.ts'
import { sealJson } from '../../shared/sync/sealed-envelope.ts'
import type { Deps } from '../deps.ts'
import { newId } from '../usecases/new-id.ts'
import { uploadShiftEvents } from '../usecases/shift-events.ts'
import { demoTerminal } from './booth.ts'

type Terminal = Awaited<ReturnType<typeof demoTerminal>>
const checkpoint = 'JZ-G01'

const left: Handover = {
  notes: [
    { kind: 'road', text: '匝道左侧积水，请引导靠右' },
    { kind: 'instruction', text: '市指挥部：今晚起增开一条车道' },
  ],
  waiting: [{ plate: '皖BX0071', row: 'V11' }],
  queueMetres: 300,
  equipment: { thermometer: 'ok', 'antigen-kits': 'short', 'scanner-gun': 'ok', protection: 'ok', power: 'ok' },
  checked: 6,
  fast: 4,
}

const facts = (plate: string) => ({
  trip: { scope: 'in-province' },
  vehicle: { plate, freight: true },
  freightCode: 'green',
  crew: [{ role: 'driver' }],
})

/**
 * A day at the checkpoint of the demonstration’s head: two shifts with a gap between them, lanes, trucks, what was handed over, and
 * one truck of which phone and server think otherwise. His phones are nobody’s to play with.
 */
export async function addDemoShifts(deps: Deps): Promise<void> {
  const [early, late] = [
    await demoTerminal(deps, checkpoint, { name: '查验示例戊', login: 'early', boundAgo: 20 * hour }),
    await demoTerminal(deps, checkpoint, { name: '查验示例己', login: 'late', boundAgo: 20 * hour }),
  ]
  const ago = (hours: number) => plus(deps.now(), -hours * hour)
  const first = await says(deps, early, { kind: 'on', lane: 1, segment: '19800000001' }, ago(9))
  await says(deps, early, { kind: 'lane-open', lane: 1 }, ago(9))
  await trucks(deps, early, { from: ago(8), count: 14, lane: 1 })
  await says(deps, early, { kind: 'off', shift: first, handover: left }, ago(3))
  await says(deps, late, { kind: 'on', lane: 2, segment: '19800000002' }, ago(2.5))
  await says(deps, late, { kind: 'lane-open', lane: 2 }, ago(2.5))
  await says(deps, late, { kind: 'seen', shift: first }, ago(2.4))
  await trucks(deps, late, { from: ago(2), count: 9, lane: 2 })
  await late.record({
    ...nobody(deps),
    at: ago(0.5),
    lane: 2,
    facts: facts('豫HX0171'),
    verdict: { row: 'V11', outcome: 'test-first', edition: '2022-05-16' },
  })
}

async function says(deps: Deps, { asker, privateKey }: Terminal, said: object, at: Instant): Promise<string> {
  const id = newId(deps)
  const about = { id, terminal: asker.terminal, checkpoint, madeAt: beijingIso(at), clockOffsetMs: 0, app: 'demo' }
  const text = JSON.stringify({ ...said, ...about })
  const token = await sealJson(text, es256Signer(asker.terminal, privateKey), shiftEventType)
  await uploadShiftEvents(deps, asker, [token])
  return id
}

const nobody = (deps: Deps) => ({ id: newId(deps), crew: [{ surname: '例', idTail: '0000' }], trip: null })

type Row = { from: Instant; count: number; lane: number }

async function trucks(deps: Deps, { record }: Terminal, { from, count, lane }: Row): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    const at = plus(from, place * (2 + (place % 3)) * minute)
    await record({
      ...nobody(deps),
      at,
      facts: facts(`豫HX0${from % 7}${String(10 + place)}`),
      lane,
      offline: place % 5 === 4,
    })
  }
}
