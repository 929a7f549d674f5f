import { parseStake } from '../../shared/congestion/stake.ts'
import type { Saying, Teller } from '../../shared/congestion/told-check.ts'

/** As it is typed while somebody talks on the telephone. */
export type Typed = {
  readonly toldBy: Teller | undefined
  readonly congested: boolean
  readonly minutes: string
  readonly metres: string
  readonly stake: string
}
export const nothingTyped: Typed = { toldBy: undefined, congested: true, minutes: '', metres: '', stake: '' }

type Errors = { readonly minutes: boolean; readonly metres: boolean; readonly stake: boolean }
type Read = { readonly saying: Saying | undefined; readonly errors: Errors }

const most = { minutes: 1440, metres: 50_000 } as const

/** What is understood of it; digits of any width, 44950 as well as k44+950 for a stake. */
export function sayingTyped({ congested, ...typed }: Typed): Read {
  if (!congested)
    return {
      saying: { congested, waitMinutes: 0, metres: 0, stake: null },
      errors: { minutes: false, metres: false, stake: false },
    }
  const waitMinutes = numberIn(typed.minutes, most.minutes)
  const metres = numberIn(typed.metres, most.metres)
  const stake = stakeIn(typed.stake)
  const errors = { minutes: waitMinutes === undefined, metres: metres === undefined, stake: stake === undefined }
  if (waitMinutes === undefined || metres === undefined || stake === undefined) return { saying: undefined, errors }
  return { saying: { congested, waitMinutes, metres, stake }, errors }
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,]/g, '').toUpperCase()

/** null = left out, undefined = no number, or none that can be. */
function numberIn(text: string, limit: number): number | null | undefined {
  const digits = plain(text)
  if (digits === '') return null
  return /^\d{1,6}$/.test(digits) && Number(digits) <= limit ? Number(digits) : undefined
}

function stakeIn(text: string): number | null | undefined {
  const said = plain(text)
  if (said === '') return null
  return /^\d{4,7}$/.test(said) ? Number(said) : parseStake(said)
}
