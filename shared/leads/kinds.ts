/** What a lead 疑似弄虚作假线索 is about (jiaozuo-20#9, R64). None of them ever holds a truck. */
export const leadKinds = ['forged', 'mismatch', 'two-places', 'reused-number', 'not-live', 'evidence'] as const
export type LeadKind = (typeof leadKinds)[number]

/** Of two sightings of one credential. */
export const isComparison = (kind: LeadKind): boolean => kind === 'two-places' || kind === 'reused-number'

/** `passed-on` still waits for an outcome; the last two are for good. */
export const leadStates = ['open', 'passed-on', 'confirmed', 'unfounded'] as const
export type LeadState = (typeof leadStates)[number]

/** Who goes on with it 转公安／转督查. */
export const passedToWhom = ['police', 'supervision'] as const
export type PassedTo = (typeof passedToWhom)[number]

/** What may become of it next. */
export const nextStates = {
  open: ['passed-on', 'confirmed', 'unfounded'],
  'passed-on': ['confirmed', 'unfounded'],
  confirmed: [],
  unfounded: [],
} as const satisfies Record<LeadState, readonly LeadState[]>

export const mayBecome = (from: LeadState, to: LeadState): boolean =>
  (nextStates[from] as readonly LeadState[]).includes(to)
