import { hour, plus, type Instant } from '../../shared/instant.ts'
import { keep, kept, shelf, type Shelf } from '../ui/kept.ts'
import type { OnSiteDraft } from './registration.ts'

/** Where from and with what: the trucks of one hour often come from one place. Nothing of any person is kept. */
export type Recent = Pick<OnSiteDraft, 'from' | 'cargo'>
type Kept = Recent & { readonly at: number }

const name = 'on-site-recent'
const atMost = 3

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'from' in value && 'cargo' in value && 'at' in value

function read(now: Instant, from: Shelf | undefined): readonly Kept[] {
  const list = kept(name, from)
  return (Array.isArray(list) ? list.filter(isKept) : []).filter(({ at }) => at > plus(now, -hour))
}

/** Used at this booth within the hour, the last one first. */
export const recentHere = (now: Instant, from: Shelf | undefined = shelf()): readonly Recent[] =>
  read(now, from).map((one) => ({ from: one.from, cargo: one.cargo }))

export function rememberHere(used: Recent, now: Instant, to: Shelf | undefined = shelf()): void {
  const others = read(now, to).filter(({ from, cargo }) => from !== used.from || cargo !== used.cargo)
  keep(name, [{ from: used.from, cargo: used.cargo, at: now }, ...others].slice(0, atMost), to)
}
