import { stakeOfDigits, type Saying } from '../../shared/congestion/told-check.ts'

/** What the chips offer. */
export const inMinutes = [10, 20, 30, 45, 60, 90] as const
export const inMetres = [100, 300, 500, 1000, 2000] as const

type Part = { readonly by: 'none' | 'chip' | 'typed' | 'stake'; readonly text: string }
/** The form as it stands; `text` are digits. */
export type Pressed = { readonly congested: boolean; readonly wait: Part; readonly length: Part }

const none: Part = { by: 'none', text: '' }
export const nothingPressed: Pressed = { congested: true, wait: none, length: none }

/** A chip pressed again is taken back. */
export function pressed(form: Pressed, part: 'wait' | 'length', value: string): Pressed {
  const before = form[part]
  const same = before.by === 'chip' ? before.text === value : before.by === value
  if (same) return { ...form, [part]: none }
  return {
    ...form,
    [part]: value === 'typed' || value === 'stake' ? { by: value, text: '' } : { by: 'chip', text: value },
  }
}

type Found = { readonly saying: Saying } | { readonly wrong: 'stakeWrong' | 'numberWrong' }

const most = { minutes: 1440, metres: 50_000 } as const

/** What it says; nothing chosen is a word too: congested, nobody knows how long. Clear = nobody queues. */
export function sayingIn({ congested, wait, length }: Pressed): Found {
  if (!congested) return { saying: { congested, waitMinutes: 0, metres: 0, stake: null } }
  const waitMinutes = wait.by === 'none' ? null : numberIn(wait.text, most.minutes)
  const metres = length.by === 'none' || length.by === 'stake' ? null : numberIn(length.text, most.metres)
  if (waitMinutes === undefined || metres === undefined) return { wrong: 'numberWrong' }
  const stake = length.by === 'stake' ? stakeOfDigits(length.text) : null
  if (stake === undefined) return { wrong: 'stakeWrong' }
  return { saying: { congested, waitMinutes, metres, stake } }
}

/** undefined = no number, or none that can be. */
const numberIn = (text: string, limit: number): number | undefined =>
  /^\d+$/.test(text) && Number(text) <= limit ? Number(text) : undefined
