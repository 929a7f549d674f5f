import type { PlateKind } from './plate.ts'

export type PlateColour = 'blue' | 'yellow' | 'white' | 'black' | 'green' | 'yellow-green' | 'unknown'

const byKind: Readonly<Record<Exclude<PlateKind, 'ordinary'>, PlateColour>> = {
  trailer: 'yellow',
  learner: 'yellow',
  police: 'white',
  'hong-kong': 'black',
  macau: 'black',
  'new-energy-small': 'green',
  'new-energy-large': 'yellow-green',
  farm: 'green',
  other: 'unknown',
}

/** A guess for drawing a plate (GA 36-2018); the text alone does not tell a large vehicle (yellow) from a small (blue). */
export const plateColour = (kind: PlateKind, vehicle: 'large' | 'small' = 'large'): PlateColour =>
  kind === 'ordinary' ? (vehicle === 'large' ? 'yellow' : 'blue') : byKind[kind]
