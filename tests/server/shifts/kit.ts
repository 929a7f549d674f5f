import { listConflicts } from '../../../schema/api/conflicts.ts'
import { laneEvents, lookAtDuty, shiftBefore } from '../../../schema/api/shifts.ts'
import { shiftOf } from '../../kit/shifts.ts'
import { world } from '../../kit/world.ts'

/** One checkpoint with two inspectors, its head, and another's. */
export async function oneBooth() {
  const road = await world()
  const [zhang, li, elsewhere] = [
    await road.inspector('JZ-G01', 1),
    await road.inspector('JZ-G01', 2),
    await road.inspector('JZ-G02', 1),
  ]
  const head = await road.staff('head', 'JZ-G01')
  const duty = async (day?: string) =>
    (await head.send('GET', `/api/duty?checkpoint=JZ-G01${day === undefined ? '' : `&day=${day}`}`)).as(
      lookAtDuty.answer,
    )
  return {
    ...road,
    zhang: { ...zhang, shift: shiftOf(road, zhang) },
    li: { ...li, shift: shiftOf(road, li) },
    elsewhere: { ...elsewhere, shift: shiftOf(road, elsewhere) },
    head: head.send,
    duty,
    before: async (who: typeof zhang) => (await who.call('GET', '/api/shifts/before')).as(shiftBefore.answer),
    lanes: async (query = '') =>
      (await head.send('GET', `/api/lane-events?checkpoint=JZ-G01${query}`)).as(laneEvents.answer),
    conflicts: async (query = '') =>
      (await head.send('GET', `/api/conflicts?checkpoint=JZ-G01${query}`)).as(listConflicts.answer),
  }
}
export type Booth = Awaited<ReturnType<typeof oneBooth>>

/** 10:00, of an answer. */
export const clock = (iso: string | null): string | null => iso && iso.slice(11, 16)
