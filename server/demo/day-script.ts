/** One checkpoint of the demonstration's day. */
export type Scene = {
  readonly checkpoint: string
  /** In which trucks follow one another at once while there is a queue. */
  readonly lanes: number
  /** Minutes of the day (0 = now when the server starts) and the wait then; between them it goes straight, after the last it begins anew. */
  readonly waits: readonly (readonly [at: number, minutes: number])[]
  /** From when to when nothing comes in. */
  readonly silent?: readonly [from: number, to: number]
}

/** So long before now the day began. */
export const historyMinutes = 60

/** One grows grave and clears, one is over twenty minutes and rises, one is lost, three are calm; of the others nothing is known. */
export const dayScript: readonly Scene[] = [
  {
    checkpoint: 'JZ-G10',
    lanes: 1,
    waits: [
      [-60, 36],
      [-8, 65],
      [50, 68],
      [130, 10],
      [150, 2],
      [175, 2],
      [240, 36],
    ],
  },
  {
    checkpoint: 'JZ-G02',
    lanes: 1,
    waits: [
      [-60, 5],
      [-52, 6],
      [-6, 26],
      [30, 35],
      [90, 5],
      [240, 5],
    ],
  },
  {
    checkpoint: 'JZ-G08',
    lanes: 1,
    waits: [
      [-60, 6],
      [240, 8],
    ],
    silent: [-22, 30],
  },
  {
    checkpoint: 'JZ-G06',
    lanes: 1,
    waits: [
      [-60, 1],
      [240, 1],
    ],
  },
  {
    checkpoint: 'JZ-G07',
    lanes: 1,
    waits: [
      [-60, 4],
      [-40, 11],
      [-10, 6],
      [240, 4],
    ],
  },
]

/** Trucks through all lanes, a minute: as many as can be while there is a queue. */
export const trucksAMinute = ({ lanes }: Scene, wait: number): number => (wait > 3 ? 1.4 * lanes : 0.4)

/** Minutes; undefined = nothing comes in. */
export function waitAt({ waits, silent }: Scene, at: number): number | undefined {
  const last = waits.at(-1)?.[0] ?? 0
  const length = last + historyMinutes
  const now = at <= last ? at : ((at - last) % length) - historyMinutes
  if (silent !== undefined && now >= silent[0] && now < silent[1]) return undefined
  const next = waits.findIndex(([when]) => when > now)
  const [before, after] = [waits[next - 1], waits[next]]
  if (before === undefined || after === undefined) return (before ?? after ?? waits.at(-1))?.[1]
  const share = (now - before[0]) / (after[0] - before[0])
  return before[1] + (after[1] - before[1]) * share
}

export const queueMetres = (scene: Scene, wait: number): number => Math.round(wait * trucksAMinute(scene, wait) * 9.5)

const plateOf = ({ checkpoint }: Scene, nth: number): string =>
  `豫H${checkpoint.slice(-1)}${String(nth % 10_000).padStart(4, '0')}`

/** What happens at a moment of the day, minutes. */
export type Happening = { at: number; checkpoint: string; plate: string } & (
  { kind: 'joins'; metres: number } | { kind: 'checked'; lane: number }
)

/** A whole day of one checkpoint: who joins when and is checked when; of five drivers four say that they have joined. */
export function happenings(scene: Scene): Happening[] {
  const { checkpoint } = scene
  const all: Happening[] = []
  const last = scene.waits.at(-1)?.[0] ?? 0
  let nth = 0
  for (let at = -historyMinutes; at < last;) {
    const wait = waitAt(scene, at)
    at += 1 / trucksAMinute(scene, wait ?? 0)
    if (wait === undefined) continue
    nth += 1
    const plate = plateOf(scene, nth)
    if (nth % 5 < 4) all.push({ kind: 'joins', at: at - wait, checkpoint, plate, metres: queueMetres(scene, wait) })
    all.push({ kind: 'checked', at, checkpoint, plate, lane: 1 + (nth % scene.lanes) })
  }
  return all
}

export type Quick = { scene: Scene; wait: number; trucks: readonly string[]; tells: boolean }

/** Milliseconds between two times that somebody tells how long the queue is. */
const tellsEach = 20_000

/** Trucks at the pace of real ones while the waits of the script fly by. */
export function quickTrucks(): (now: number, scriptMinute: number) => Quick[] {
  const owed = new Map<string, { trucks: number; at: number; told: number; nth: number }>()
  return (now, scriptMinute) =>
    dayScript.flatMap((scene) => {
      const wait = waitAt(scene, scriptMinute)
      const before = owed.get(scene.checkpoint) ?? { trucks: 0, at: now, told: 0, nth: 5000 }
      if (wait === undefined) return []
      const due = before.trucks + (trucksAMinute(scene, wait) * (now - before.at)) / 60_000
      const count = Math.floor(due)
      const tells = now - before.told >= tellsEach
      const trucks = Array.from({ length: count }, (_, one) => plateOf(scene, before.nth + one))
      owed.set(scene.checkpoint, {
        trucks: due - count,
        at: now,
        told: tells ? now : before.told,
        nth: before.nth + count,
      })
      return [{ scene, wait, trucks, tells }]
    })
}
