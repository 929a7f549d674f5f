import { shiftOf } from './shifts.ts'
import type { Specimen } from './specimens.ts'
import { inProvince } from './world.ts'
import type { World } from './world.ts'

type Names =
  | 'uploadShiftEvents'
  | 'shiftBefore'
  | 'lookAtDuty'
  | 'releaseShift'
  | 'laneEvents'
  | 'listConflicts'
  | 'reviewConflict'

/** A shift that runs, and a record on which phone and server disagree. */
export async function shiftSpecimens(
  road: World,
  inspector: Awaited<ReturnType<World['inspector']>>,
): Promise<Record<Names, Omit<Specimen, 'endpoint'>>> {
  const by = (await road.staff('admin')).send
  const head = (await road.staff('head', 'JZ-G01')).send
  const shift = shiftOf(road, inspector)
  const running = await shift.on()
  const next = await shift.seal({ kind: 'lane-open', lane: 2 })
  const id = crypto.randomUUID()
  const judged = inspector.judges({ id, facts: inProvince('豫HX0011') })
  await inspector.uploads({ ...judged, verdict: { ...judged.verdict, row: 'V11', outcome: 'ask' } })
  return {
    uploadShiftEvents: { path: '/api/shifts/events', body: { items: [next] }, by: inspector.call },
    shiftBefore: { path: '/api/shifts/before', by: inspector.call },
    lookAtDuty: { path: '/api/duty?checkpoint=JZ-G01', by },
    releaseShift: { path: `/api/shifts/${running.id}/release`, body: { reason: '忘记签退' }, by },
    laneEvents: { path: '/api/lane-events?checkpoint=JZ-G01', by },
    listConflicts: { path: '/api/conflicts?checkpoint=JZ-G01', by },
    reviewConflict: { path: `/api/conflicts/${id}/review`, body: { finding: 'older-edition' }, by: head },
  }
}
