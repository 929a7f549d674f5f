import { parseInstant, type Instant } from '../../shared/instant.ts'
import type { Handover } from '../../shared/shifts/event.ts'
import type { ShiftEvent } from '../../shared/shifts/ledger.ts'

/** 08:30, 16日 08:30 or 17日 00:30 of May 2022, Beijing. */
export function at(clock: string): Instant {
  const [, date = '16', time = clock] = /^(\d\d)日 (.+)$/.exec(clock) ?? []
  const moment = parseInstant(`2022-05-${date}T${time}:00+08:00`)
  if (moment === undefined) throw new Error(`no moment: ${clock}`)
  return moment
}

export const nothingToSay: Handover = {
  notes: [],
  waiting: [],
  queueMetres: null,
  equipment: {},
  checked: 0,
  fast: 0,
}

const nothing = { shift: null, lane: null, segment: null, handover: null } as const

/** Zhang with his phone at lane 1 begins, unless told otherwise. */
export const on = (id: string, when: string, more: Partial<ShiftEvent> = {}): ShiftEvent => ({
  ...nothing,
  id,
  kind: 'on',
  at: at(when),
  shift: id,
  terminal: 'phone-1',
  staff: 'zhang',
  lane: 1,
  ...more,
})

export const about = (kind: 'off' | 'seen' | 'released', shift: string, when: string, more: Partial<ShiftEvent> = {}) =>
  ({
    ...nothing,
    id: `${kind}-${shift}-${when}`,
    kind,
    at: at(when),
    shift,
    terminal: 'phone-1',
    staff: 'zhang',
    ...more,
  }) satisfies ShiftEvent

export const off = (shift: string, when: string, more: Partial<ShiftEvent> = {}) => about('off', shift, when, more)

export const lane = (kind: 'lane-open' | 'lane-closed', number: number, when: string): ShiftEvent => ({
  ...nothing,
  id: `${kind}-${number}-${when}`,
  kind,
  at: at(when),
  terminal: 'phone-1',
  staff: 'zhang',
  lane: number,
})

/** 08:30, as it is said in a table; of another day with its date. */
export function said(moment: Instant): string {
  const iso = new Date(moment + 8 * 3_600_000).toISOString()
  return iso.startsWith('2022-05-16') ? iso.slice(11, 16) : `${iso.slice(8, 10)}日 ${iso.slice(11, 16)}`
}
