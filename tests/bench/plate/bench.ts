import { noChromium } from '../../journeys/kit/browser.ts'
import type { Line } from '../measure.ts'
import { errorsOf, tell, tellHeading, tryPlates, type Trial } from './accuracy.ts'
import { buried, harsh, ordinary } from './conditions.ts'
import { benchPlateFilm } from './film.ts'
import { falseClear } from './no-plates.ts'
import { shippedRecogniser } from './recogniser.ts'

/** Seeds up to 99 were looked at while the reading was made; the reported figures are of others. */
const seed = 2022

const groups = (trials: readonly Trial[], by: (trial: Trial) => string) => [...new Set(trials.map(by))]

function rowsOf(title: string, trials: readonly Trial[]): readonly (readonly string[])[] {
  const part = (name: string, by: (trial: Trial) => string) =>
    tell(
      name,
      trials.filter((trial) => by(trial) === name),
    )
  return [
    ...groups(trials, ({ condition }) => condition).map((name) => part(name, ({ condition }) => condition)),
    ...groups(trials, ({ type }) => type).map((name) => part(name, ({ type }) => type)),
    tell(`**${title}**`, trials),
  ]
}

/** Plates read by the model that is shipped: accuracy as a table of its own, times as lines. */
export async function benchPlate(): Promise<Line[]> {
  if (noChromium) return []
  const recognise = await shippedRecogniser()
  const usual = await tryPlates(recognise, { conditions: ordinary, each: 8, seed })
  const hard = await tryPlates(recognise, { conditions: harsh, each: 6, seed: seed + 1 })
  const loose = await tryPlates(recognise, {
    conditions: ordinary.slice(0, 2),
    each: 6,
    seed: seed + 2,
    fill: [0.5, 0.75],
  })
  const under = await tryPlates(recognise, { conditions: buried, each: 3, seed: seed + 4 })
  const rows = [
    ...rowsOf('ordinary', usual),
    ...rowsOf('harsh', hard),
    tell('beside: plate fills 50–75 % of the box', loose),
    ...groups(under, ({ condition }) => condition).map((name) =>
      tell(
        `beside: ${name}`,
        under.filter(({ condition }) => condition === name),
      ),
    ),
  ]
  const lines = [tellHeading, tellHeading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  console.log(`${lines.join('\n')}\n`)
  console.log(`Not read right:\n${[...errorsOf(usual), ...errorsOf(hard)].map((each) => `  ${each}`).join('\n')}\n`)
  const none = await falseClear(recognise, seed + 3)
  console.log(`Pictures without a plate taken for a clear one: ${none.clear} of ${none.tried}\n`)
  return [
    { name: 'one plate, ordinary: both layouts, three rows, in Node', ours: usual.map(({ ms }) => ms), count: 1 },
    { name: 'one plate, harsh', ours: hard.map(({ ms }) => ms), count: 1 },
    ...(await benchPlateFilm()),
  ]
}
