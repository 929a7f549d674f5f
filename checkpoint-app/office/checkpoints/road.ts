import type * as z from 'zod/mini'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import type { changeSite, siteView } from '../../../schema/api/sites.ts'
import { metresAtStake } from '../../../shared/congestion/site.ts'
import { parseStake, stakeText } from '../../../shared/congestion/stake.ts'
import type { Errors } from '../use-form.ts'
import type { RoadWords } from './road-words.ts'

export type Road = z.infer<typeof siteView>
export type SignRow = { readonly number: number; readonly metres: string }
/** As typed. */
export type RoadForm = {
  approachLanes: string
  approachMetres: string
  greenLane: string
  stake: string
  upstream: 'increasing' | 'decreasing'
  fenceMetres: string
  signs: readonly SignRow[]
  reason: string
}

export const formOf = ({ approachLanes, approachMetres, greenLane, booth, fenceMetres, signs }: Road): RoadForm => ({
  approachLanes: String(approachLanes),
  approachMetres: String(approachMetres),
  greenLane: String(greenLane ?? ''),
  stake: booth?.stake ?? '',
  upstream: booth?.upstream ?? 'increasing',
  fenceMetres: String(fenceMetres ?? ''),
  signs: signs.map(({ number, metres }) => ({ number, metres: String(metres) })),
  reason: '',
})

/** The number of a sign is on its print: a new one takes the next that nobody had. */
export const withSign = (signs: readonly SignRow[]): readonly SignRow[] => [
  ...signs,
  { number: Math.max(0, ...signs.map(({ number }) => number)) + 1, metres: '' },
]

const whole = (text: string, min: number, max: number): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) >= min && Number(text) <= max

export const stakeTyped = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

export function checkRoad(form: RoadForm, lanes: number, words: RoadWords, needed: string): Errors {
  const { approachLanes, approachMetres, greenLane, stake, fenceMetres, signs, reason } = form
  const room = whole(approachMetres, 50, 50_000) ? Number(approachMetres) : 50_000
  const metres = signs.map((one) => one.metres)
  const odd = metres.some((one) => !whole(one, 10, room)) || new Set(metres.map(Number)).size < metres.length
  return {
    ...(whole(approachLanes, 1, 30) ? {} : { approachLanes: words.lanesForm }),
    ...(whole(approachMetres, 50, 50_000) ? {} : { approachMetres: words.metresForm }),
    ...(greenLane === '' || whole(greenLane, 1, lanes) ? {} : { greenLane: words.greenLaneForm(lanes) }),
    ...(stake === '' || parseStake(stake) !== undefined ? {} : { stake: words.stakeForm }),
    ...(fenceMetres === '' || whole(fenceMetres, 50, room) ? {} : { fenceMetres: words.fenceForm }),
    ...(odd ? { signs: words.signForm } : {}),
    ...(reason.trim().length >= 2 ? {} : { reason: needed }),
  }
}

const orNone = (text: string): number | null => (text === '' ? null : Number(text))

export const bodyOf = (form: RoadForm, version: number): BodyOf<typeof changeSite> => ({
  version,
  approachLanes: Number(form.approachLanes),
  approachMetres: Number(form.approachMetres),
  greenLane: orNone(form.greenLane),
  booth: form.stake === '' ? null : { stake: form.stake, upstream: form.upstream },
  fenceMetres: orNone(form.fenceMetres),
  signs: form.signs.map(({ number, metres }) => ({ number, metres: Number(metres) })),
  reason: form.reason.trim(),
})

/** A stake half a kilometre up the queue, and what it will be read as, so that a wrong direction is seen before it is saved. */
export function exampleOf({
  stake,
  upstream,
  approachMetres,
}: RoadForm): { stake: string; metres: number } | undefined {
  const booth = parseStake(stake)
  if (booth === undefined) return undefined
  const stakesGrow = upstream === 'increasing'
  const tail = booth + (stakesGrow ? 500 : -500)
  const metres = metresAtStake(tail, { boothStake: booth, stakesGrow, approachMetres: Number(approachMetres) || 5000 })
  return tail < 0 || metres === null ? undefined : { stake: stakeText(tail), metres }
}
