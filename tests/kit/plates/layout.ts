import type { PlateType } from './plates.ts'

/** One character's place on the plate, millimetres. */
export type Cell = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Make = {
  readonly width: number
  readonly height: number
  readonly ink: string
  readonly ground: readonly string[]
  readonly dot: readonly [number, number] | undefined
  readonly cells: readonly Cell[]
}

const row = (y: number, width: number, height: number, starts: readonly number[]): readonly Cell[] =>
  starts.map((x) => ({ x, y, width, height }))

/** Measures of GA 36: characters 45 × 90 and 57 apart, the gap with the dot after the second. */
const oneRow = row(25, 45, 90, [15.5, 72.5, 151.5, 208.5, 265.5, 322.5, 379.5])
const twoRows = [...row(15, 80, 60, [110, 250]), ...row(90, 65, 110, [27.5, 107.5, 187.5, 267.5, 347.5])]
const eight = [...row(25, 45, 90, [15.5]), ...row(25, 43, 90, [69.5, 161.5, 213.5, 265.5, 317.5, 369.5, 421.5])]

const large = { width: 440, height: 220, dot: [220, 45] as const, cells: twoRows }
const long = { width: 440, height: 140, dot: [134.5, 70] as const, cells: oneRow }
const electric = { width: 480, height: 140, dot: undefined, cells: eight }

export const makes: Readonly<Record<PlateType, Make>> = {
  blue: { ...long, ink: '#f4f6fb', ground: ['#0b3f9c'] },
  yellow: { ...long, ink: '#15130c', ground: ['#f2b21b'] },
  'yellow-two-rows': { ...large, ink: '#15130c', ground: ['#f2b21b'] },
  trailer: { ...large, ink: '#15130c', ground: ['#f2b21b'] },
  green: { ...electric, ink: '#101511', ground: ['#f3faf4', '#6ccf8e'] },
  'yellow-green': { ...electric, ink: '#101511', ground: ['#f2b21b|0.29', '#5fca84'] },
}
