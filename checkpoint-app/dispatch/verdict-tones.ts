import type { Tone } from '../ui/state-mark.tsx'

export const tonesInOrder: readonly Tone[] = ['go', 'act', 'care', 'stop', 'void']

/** As the booth shows them (inspector/verdict-tone.ts, which belongs to that page’s first load; a test holds both together). */
const tones: Readonly<Record<Tone, readonly string[]>> = {
  go: ['V4', 'V5', 'V6', 'V8', 'V10', 'V12'],
  act: ['V7', 'V9', 'ASK'],
  care: ['V11', 'V13', 'V14', 'V15'],
  stop: ['V1', 'V2', 'V3'],
  void: ['V0'],
}

export const toneOfVerdict = (row: string): Tone => tonesInOrder.find((tone) => tones[tone].includes(row)) ?? 'void'
