/**
 * Times of the work at a booth that decide no row: how long a kit takes, how long somebody may be waited for. Outside the edition on
 * purpose, because changing one changes no verdict. Data only, in the form of `parameters.ts`.
 */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const boothTimes = {
  antigenReadAfter: {
    unit: 'minutes from the drops on the kit to the reading of its lines',
    checked,
    proposal: "what the kits' own sheets say",
    values: [{ from: since, value: 15 }],
  },
  headDecidesWithin: {
    unit: 'minutes from a refusal to the word of the head of the checkpoint',
    checked,
    proposal: 'no clause gives one; an appeal by code is decided in the same time',
    values: [{ from: since, value: 15 }],
  },
} as const satisfies Record<string, Dated>
