/** Numbers of the regional group 区域联动: when checkpoints that rise together are one matter of the city (jiaozuo-20#1). Data only. */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const regionParameters = {
  regionRisesWithin: {
    unit: 'minutes after a checkpoint closed; a neighbour that rises by then rises because of it',
    checked,
    proposal: 'trucks that were turned away stand at the next checkpoint by then',
    values: [{ from: since, value: 20, clause: 'jiaozuo-20#1' }],
  },
  regionClosedFor: {
    unit: 'minutes that every lane of a checkpoint is closed before it counts as closed',
    checked,
    proposal: 'longer than a hand-over of the shift',
    values: [{ from: since, value: 5 }],
  },
  regionNeighbours: {
    unit: 'neighbours that rise; fewer are no matter of the region',
    checked,
    proposal: 'one alone is told by itself',
    values: [{ from: since, value: 2 }],
  },
  regionOverAfter: {
    unit: 'minutes after the last of them ended; an incident may begin again by then',
    checked,
    proposal: 'as an incident that begins again (congestionRestart)',
    values: [{ from: since, value: 5 }],
  },
} as const satisfies Record<string, Dated>
