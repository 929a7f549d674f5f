import { liveForSeconds } from '../../shared/credential/live.ts'
import type { Opened } from '../../shared/credential/open.ts'
import { day, hour, minute, type Instant } from '../../shared/instant.ts'
import type { Tone } from '../ui/state-mark.tsx'
import type { InspectorWords } from './words.zh.ts'

type Code = Opened | null | undefined

const shownOnPhone = (code: Code) =>
  code?.ok === true && code.kind === 'freight' && code.carrier === 'phone' ? code : undefined

/** What is to be said before the check goes on with a good code: a picture of one, or another phone's stamp. It never ends a check. */
export function doubtOf(code: Code): 'picture' | 'bad-stamp' | undefined {
  const live = shownOnPhone(code)?.live
  if (live === 'bad') return 'bad-stamp'
  return live === 'stale' || live === 'none' ? 'picture' : undefined
}

/** On paper, live on its own phone, or doubtful; nothing where no good freight code was scanned. */
export function howShown(code: Code, { shown }: InspectorWords): { tone: Tone; word: string } | undefined {
  const doubt = doubtOf(code)
  if (doubt !== undefined) return { tone: 'care', word: shown[doubt] }
  if (shownOnPhone(code) !== undefined) return { tone: 'go', word: shown.live }
  return code?.ok === true && code.kind === 'freight' ? { tone: 'void', word: shown.paper } : undefined
}

/** 截图约2小时前: how old the picture is; a stamp from the future is the clock of the phone that made it. */
export function ageOfPicture(code: Code, now: Instant, { shown }: InspectorWords): string | undefined {
  const at = shownOnPhone(code)?.stampedAt
  if (at === undefined || Math.abs(now - at) <= liveForSeconds * 1000) return undefined
  const span = inWords(Math.abs(now - at), shown)
  return at > now ? shown.fast(span) : shown.taken(span)
}

/** 90分钟, 24小时, 3天: whatever a tired reader need not divide. */
export function inWords(span: number, { minutes, hours, days }: InspectorWords['shown']): string {
  if (span < 90 * minute) return minutes(Math.round(span / minute))
  return span < 2 * day ? hours(Math.round(span / hour)) : days(Math.round(span / day))
}
