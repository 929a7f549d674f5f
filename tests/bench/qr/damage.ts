import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { formsToCompare } from './forms.ts'
import type { Form } from './forms.ts'
import { asImageData, blurred, chance, dirty, faded, noisy, photograph, smeared } from './picture.ts'
import type { Grey } from './picture.ts'

/** Camera pixels that the printed code is wide: the same for every form, because the paper is. */
const side = 230
const trials = 20

type Damage = (grey: Grey, random: () => number) => Grey
type Kind = { name: string; lean: number; damage: Damage }

const kinds: readonly Kind[] = [
  { name: 'clean', lean: 0, damage: (grey, random) => noisy(grey, 4, random) },
  { name: 'blur', lean: 0, damage: (grey, random) => noisy(blurred(grey, 1.6), 4, random) },
  { name: 'noise', lean: 0, damage: (grey, random) => noisy(blurred(grey, 0.8), 34, random) },
  { name: 'motion', lean: 0, damage: (grey, random) => noisy(smeared(grey, 6), 4, random) },
  { name: 'tilt', lean: 0.14, damage: (grey, random) => noisy(blurred(grey, 0.8), 6, random) },
  { name: 'low contrast', lean: 0, damage: (grey, random) => noisy(blurred(faded(grey, 0.3), 0.8), 6, random) },
  {
    name: 'dirt',
    lean: 0,
    damage: (grey, random) => noisy(blurred(dirty(grey, { side, share: 0.06 }, random), 0.8), 6, random),
  },
]

/** How many of the trials are read, each turned a little another way; every form meets the same turns and the same dirt. */
async function readRate(form: Form, { lean, damage }: Kind): Promise<number> {
  let read = 0
  for (let trial = 0; trial < trials; trial++) {
    const random = chance(1000 + trial)
    const view = { side: side * (0.96 + 0.08 * random()), turn: (random() - 0.5) * 24, lean }
    const picture = asImageData(damage(photograph(form.modules, view), random))
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
    if (found?.isValid === true && found.text === form.text) read++
  }
  return read / trials
}

/** Version of the code and share of it that is read at equal printed size, by kind of damage; printed as a table of its own. */
export async function benchDamage(): Promise<[]> {
  prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(
        readFileSync(new URL('../../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url)),
      ).buffer,
    },
  })
  const rows = []
  for (const form of await formsToCompare()) {
    const rates = []
    for (const kind of kinds) rates.push(await readRate(form, kind))
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length
    rows.push([form.name, String(form.version), ...[...rates, mean].map((rate) => `${Math.round(rate * 100)} %`)])
  }
  const heading = [
    `code, ${side} camera pixels wide, ${trials} pictures each`,
    'version',
    ...kinds.map(({ name }) => name),
    'all',
  ]
  const lines = [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  console.log(`${lines.join('\n')}\n`)
  return []
}
