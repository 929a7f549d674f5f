import { isClear } from '../../../checkpoint-app/device/plate/agreement.ts'
import { readPlate, type PlateReading, type Recognise } from '../../../checkpoint-app/device/plate/read-plate.ts'
import { startPhone } from '../../journeys/kit/browser.ts'
import { drawPlates } from '../../kit/plates/draw.ts'
import { plateTypes, randomPlate, type PlateType } from '../../kit/plates/plates.ts'
import { chance } from '../qr/picture.ts'
import { takePicture, type Condition } from './conditions.ts'

/** One picture and what was made of it. */
export type Trial = {
  readonly condition: string
  readonly type: PlateType
  readonly plate: string
  readonly read: PlateReading | undefined
  readonly ms: number
  /** How many times the picture was looked at. */
  readonly looks: number
}

type Given = {
  readonly conditions: readonly Condition[]
  /** Plates of each type under each condition. */
  readonly each: number
  readonly seed: number
  /** Share of the guide box that the plate fills. */
  readonly fill?: readonly [number, number]
}

/** Draws plates, photographs them under each condition and has them read, each in one picture by itself. */
export async function tryPlates(
  recognise: Recognise,
  { conditions, each, seed, fill }: Given,
): Promise<readonly Trial[]> {
  const random = chance(seed)
  let turn = seed
  const orders = Array.from({ length: each }, () => conditions)
    .flat()
    .flatMap((condition) => plateTypes.map((type) => ({ condition, type, plate: randomPlate(type, turn++, random) })))
  const phone = await startPhone()
  const drawn = await drawPlates(phone.page, orders, random)
  await phone.forget()
  const trials: Trial[] = []
  let looks = 0
  const counted: Recognise = (rows, count) => {
    looks++
    return recognise(rows, count)
  }
  for (const [at, { condition, type, plate }] of orders.entries()) {
    const guide = takePicture(drawn[at]!.picture, condition, random, ...(fill ? [fill] : []))
    looks = 0
    const start = performance.now()
    const read = await readPlate(guide, counted)
    trials.push({ condition: condition.name, type, plate, read, ms: performance.now() - start, looks })
  }
  return trials
}

const first = ({ read }: Trial) => read?.candidates[0]?.plate ?? ''
const isRight = (trial: Trial) => first(trial) === trial.plate
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Characters in their place, of those that the plate has. */
const rightCharacters = (trial: Trial) =>
  Array.from(trial.plate).filter((character, at) => Array.from(first(trial))[at] === character).length

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** What a group of pictures comes to. `taken`: clear by the accept rule; a second picture must still agree. */
export function tell(name: string, trials: readonly Trial[]): readonly string[] {
  const clear = trials.filter(({ read }) => read !== undefined && isClear(read))
  return [
    name,
    String(trials.length),
    percent(trials.filter(isRight).length, trials.length),
    percent(sum(trials.map(rightCharacters)), sum(trials.map(({ plate }) => plate.length))),
    percent(
      trials.filter(({ plate, read }) => read?.candidates.some((each) => each.plate === plate)).length,
      trials.length,
    ),
    percent(clear.length, trials.length),
    percent(clear.filter(isRight).length, clear.length),
    percent(trials.filter(({ looks }) => looks > 1).length, trials.length),
  ]
}
export const tellHeading = [
  'pictures',
  'n',
  'whole plate',
  'characters',
  'in the first three',
  'clear',
  'of these right',
  'looked at again',
]

export const errorsOf = (trials: readonly Trial[]): readonly string[] =>
  trials.filter((trial) => !isRight(trial)).map((trial) => `${trial.condition}: ${trial.plate} read as ${first(trial)}`)
