/** One checkpoint of the demonstration's day; minutes, 0 = now when the server starts. */
export type Scene = {
  readonly checkpoint: string
  /** From when on this day is told: as long before now as something must be seen that began then. */
  readonly begins: number
  /** Trucks a minute that join from then on. */
  readonly arrivals: readonly (readonly [at: number, perMinute: number])[]
  /** Lanes that work from then on. */
  readonly lanes: readonly (readonly [at: number, open: number])[]
  /** What one truck takes at the booth. */
  readonly service: number
  /** From when to when nothing comes in from the phones. */
  readonly silent?: readonly [from: number, to: number]
  /** From when to when somebody stands in the emergency green lane. */
  readonly greenBlocked?: readonly [from: number, to: number]
  /** When the booth says how long the queue is and how long the truck at the booth has waited. */
  readonly tells?: readonly number[]
}

/** The day of a checkpoint is so long; then it begins anew. */
export const dayMinutes = 300

const quiet = (checkpoint: string, perMinute: number, lanes = 1): Scene => ({
  checkpoint,
  begins: -45,
  arrivals: [
    [-45, perMinute],
    [60, perMinute * 1.15],
    [130, perMinute],
  ],
  lanes: [[-45, lanes]],
  service: 0.9,
})

/** What is seen first comes first. */
export const dayScript: readonly Scene[] = [
  // Three of four lanes stand still; from step to step up to over an hour and nearly a kilometre, then all lanes work, and it clears.
  {
    checkpoint: 'JZ-G10',
    begins: -120,
    arrivals: [
      [-120, 1.1],
      [-100, 1.6],
      [5, 1.5],
      [20, 0.9],
    ],
    lanes: [
      [-120, 3],
      [-100, 1],
      [14, 2],
      [19, 4],
      [80, 2],
    ],
    service: 1.4,
    tells: [-58],
  },
  // Over twenty minutes; the green lane is blocked once; a lane more, and it clears.
  {
    checkpoint: 'JZ-G02',
    begins: -60,
    arrivals: [
      [-60, 1.6],
      [-48, 2.6],
      [8, 1.4],
      [50, 0.85],
    ],
    lanes: [
      [-60, 2],
      [-48, 1],
      [16, 2],
      [24, 3],
      [55, 1],
    ],
    service: 0.75,
    greenBlocked: [4, 11],
    tells: [-9],
  },
  // The phones send nothing for a while.
  { ...quiet('JZ-G08', 1.3, 2), silent: [-18, 26] },
  // A wobble: busy for a while, and over before anybody is called.
  {
    checkpoint: 'JZ-G07',
    begins: -60,
    arrivals: [
      [-60, 0.8],
      [-45, 2.2],
      [-20, 0.8],
      [40, 0.9],
    ],
    lanes: [
      [-60, 1],
      [-18, 2],
      [5, 1],
    ],
    service: 0.8,
  },
  quiet('JZ-G01', 1.3, 2),
  quiet('JZ-G04', 0.75),
  quiet('JZ-G06', 0.6),
  quiet('JZ-G03', 0.65),
  quiet('JZ-G05', 0.7),
  quiet('JZ-G09', 0.6),
]
