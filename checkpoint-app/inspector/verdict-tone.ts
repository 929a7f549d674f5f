import type { Row } from '../../shared/policy/verdict.ts'
import type { Signal } from '../device/sound.ts'
import type { Tone } from '../ui/state-mark.tsx'

/** How a row looks, sounds and feels. */
export const verdictTone = {
  V0: 'void',
  V1: 'stop',
  V2: 'stop',
  V3: 'stop',
  V4: 'go',
  V5: 'go',
  V6: 'go',
  V7: 'act',
  V8: 'go',
  V9: 'act',
  V10: 'go',
  V11: 'care',
  V12: 'go',
  V13: 'care',
  V14: 'care',
  V15: 'care',
  ASK: 'act',
} as const satisfies Record<Row, Tone>

const signals = {
  go: 'release',
  void: 'release',
  act: 'to-do',
  care: 'to-do',
  stop: 'hold',
} as const satisfies Record<Tone, Signal>

export const verdictSignal = (row: Row): Signal => (row === 'V15' ? 'hold' : signals[verdictTone[row]])
