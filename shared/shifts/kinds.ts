/** What happens in a shift log. All but `released` are said, and signed, by the phone of the inspector. */
export const shiftEventKinds = ['on', 'off', 'seen', 'lane-open', 'lane-closed', 'released'] as const
export type ShiftEventKind = (typeof shiftEventKinds)[number]

export const isLaneKind = (kind: string): kind is 'lane-open' | 'lane-closed' =>
  kind === 'lane-open' || kind === 'lane-closed'

/** What a note of a hand-over 交接班 is about. */
export const noteKinds = ['incident', 'dispute', 'instruction', 'road', 'other'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What is handed over beside the notes, and how it stands. */
export const equipment = ['thermometer', 'antigen-kits', 'scanner-gun', 'protection', 'power'] as const
export type Equipment = (typeof equipment)[number]
export const equipmentStates = ['ok', 'short', 'broken'] as const
export type EquipmentState = (typeof equipmentStates)[number]

/** Estimates of the queue in metres, as the inspector presses them. */
export const queueSteps = [0, 100, 300, 500, 1000, 1500] as const

/** How a shift came to its end. `next`: the same phone signed on again; `unbound`: the head released the phone itself. */
export const shiftEnds = ['off', 'next', 'released', 'unbound'] as const
export type ShiftEndKind = (typeof shiftEnds)[number]
