import { describe, expect, it } from 'vitest'
import { pacedClock } from '../../../server/demo/clock.ts'
import { dayMinutes, dayScript } from '../../../server/demo/day-script.ts'
import { demoCheckpoints } from '../../../server/demo/places.ts'
import { happeningsOf, type Happening } from '../../../server/demo/queue-of-scene.ts'

const sceneOf = (checkpoint: string) => dayScript.find((scene) => scene.checkpoint === checkpoint)!
const of = <Kind extends Happening['kind']>(all: readonly Happening[], kind: Kind) =>
  all.filter((one): one is Extract<Happening, { kind: Kind }> => one.kind === kind)

/** Minutes that the trucks checked between two moments had waited, as far as they said that they joined. */
function waits(all: readonly Happening[], from: number, to: number): number[] {
  const joined = new Map(of(all, 'joins').map(({ plate, at }) => [plate, at]))
  return of(all, 'checked')
    .filter(({ at }) => at >= from && at < to)
    .flatMap(({ plate, at }) => (joined.has(plate) ? at - (joined.get(plate) ?? at) : []))
}

describe('the day of the demonstration', () => {
  it('tells of every checkpoint, and is the same day each time', () => {
    expect(dayScript.map(({ checkpoint }) => checkpoint).toSorted()).toEqual(
      demoCheckpoints.map(({ id }) => id).toSorted(),
    )
    for (const scene of dayScript) expect(happeningsOf(scene)).toEqual(happeningsOf(scene))
  })

  it('no truck is checked before it joined, none by two, and no lane checks two at once or while it is closed', () => {
    for (const scene of dayScript) {
      const all = happeningsOf(scene)
      const checked = of(all, 'checked')
      expect(new Set(checked.map(({ plate }) => plate)).size).toBe(checked.length)
      expect(waits(all, -Infinity, Infinity).every((wait) => wait > 0)).toBe(true)
      for (const lane of new Set(checked.map((one) => one.lane))) {
        const trucks = checked.filter((one) => one.lane === lane)
        const gaps = trucks.slice(1).map(({ at }, nth) => at - trucks[nth]!.at)
        expect(Math.min(...gaps, Infinity)).toBeGreaterThan(scene.service * 0.7)
        const changes = of(all, 'lane').filter((change) => change.lane === lane)
        const works = (at: number) => changes.findLast((change) => change.at <= at)?.open === true
        // It began between these: what was begun is ended, closed lane or not.
        for (const { at } of trucks) expect([0.8, 1, 1.2].some((share) => works(at - scene.service * share))).toBe(true)
      }
    }
  })

  it('one queue grows to over an hour and nearly a kilometre, and is gone when the lanes are open', () => {
    const all = happeningsOf(sceneOf('JZ-G10'))
    const longest = Math.max(...of(all, 'joins').map(({ metres }) => metres))
    expect(Math.max(...waits(all, -5, 25))).toBeGreaterThan(62)
    expect(longest).toBeGreaterThan(950)
    expect(Math.max(...waits(all, 85, 150))).toBeLessThan(8)
  })

  it('a silent phone sends nothing at all, and an ordinary checkpoint has no wait to speak of', () => {
    const { silent } = sceneOf('JZ-G08')
    const [from, to] = silent!
    expect(happeningsOf(sceneOf('JZ-G08')).filter(({ at }) => at >= from && at < to)).toEqual([])
    for (const checkpoint of ['JZ-G01', 'JZ-G03', 'JZ-G04', 'JZ-G05', 'JZ-G06', 'JZ-G09'])
      expect(Math.max(...waits(happeningsOf(sceneOf(checkpoint)), -45, 200))).toBeLessThan(9)
  })

  it('the next day has other trucks, and closes the lanes that the evening left open', () => {
    const scene = sceneOf('JZ-G07')
    const [first, second] = [happeningsOf(scene), happeningsOf(scene, 1)]
    const plates = new Set(of(first, 'checked').map(({ plate }) => plate))
    expect(of(second, 'checked').some(({ plate }) => plates.has(plate))).toBe(false)
    const g10 = sceneOf('JZ-G10')
    expect(of(happeningsOf(g10, 1), 'lane')[0]).toEqual({
      kind: 'lane',
      checkpoint: 'JZ-G10',
      at: -120,
      lane: 3,
      open: true,
    })
    expect(first.every(({ at }) => at < scene.begins + dayMinutes + 5)).toBe(true)
  })
})

describe('a clock that goes faster', () => {
  it('goes with the one it is wound by until told, then so many times as fast, and never jumps', () => {
    let wound = 1_000_000
    const clock = pacedClock(() => wound)
    wound += 5000
    expect(clock.now()).toBe(1_005_000)
    clock.goFrom(60)
    expect(clock.now()).toBe(1_005_000)
    wound += 1000
    expect(clock.now()).toBe(1_065_000)
  })
})
