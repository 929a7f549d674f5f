/** A code explained to the person who has it: why, by what article, since when, by whom, how it clears, how long is left (R41). */
import type { Clearing } from '../codes/clearing.ts'
import type { Actor } from '../codes/events.ts'
import type { ClosedReason, OpenReason, Proposal } from '../codes/ledger.ts'
import { rulesOf } from '../codes/reasons.ts'
import { minutesBetween, shortTime, type Instant } from '../instant.ts'
import { clause } from '../policy/documents.ts'
import type { Numbers } from '../policy/numbers.ts'
import { codesEn } from './codes-en.ts'
import type { CodeNumbers, CodeWording } from './codes-language.ts'
import { codesZh } from './codes-zh.ts'
import type { Language } from './language.ts'
import { wordings } from './verdict-lines.ts'

export const codeWordings: { readonly [L in Language]: CodeWording } = { zh: codesZh, en: codesEn }

export type Explained = {
  readonly title: string
  readonly reason: string
  readonly next: string
  /** One line for each way; the first is the nearest. Empty once it is closed. */
  readonly clears: readonly string[]
  readonly article: string
  readonly since: string
  readonly unit: string
  /** null = nothing runs. */
  readonly countdown: string | null
  readonly appeal: { readonly label: string; readonly line: string } | null
}

export type ExplainContext = { readonly now: Instant; readonly numbers: Numbers }

const numbersOf = ({ testValidity, twoTestsMinGap, twoTestsMaxGap, appealTarget }: Numbers): CodeNumbers => ({
  validityHours: testValidity,
  minGapHours: twoTestsMinGap,
  maxGapHours: twoTestsMaxGap,
  appealMinutes: appealTarget,
})

function clearingLine(clearing: Clearing, words: CodeWording, numbers: CodeNumbers): string {
  switch (clearing.way) {
    case 'left-in-time':
      return words.leave(clearing.leaveBy === null ? undefined : shortTime(clearing.leaveBy), numbers)
    case 'two-tests':
      if (clearing.done === 0) return words.twoTests(numbers)
      return words.oneMore(shortTime(clearing.from), shortTime(clearing.until))
    default:
      return words.clears[clearing.way]
  }
}

export type Countdown = { readonly what: keyof CodeWording['countdown']; readonly at: Instant }

/** What runs out next: the first way that has a moment. */
export function countdownOf(clears: readonly Clearing[], now: Instant): Countdown | null {
  for (const clearing of clears) {
    if (clearing.way === 'left-in-time' && clearing.leaveBy !== null) return { what: 'leave', at: clearing.leaveBy }
    if (clearing.way !== 'two-tests' || clearing.done === 0) continue
    if (now < clearing.from) return { what: 'sampleFrom', at: clearing.from }
    return { what: 'sampleUntil', at: clearing.until }
  }
  return null
}

export function countdownLine({ what, at }: Countdown, now: Instant, language: Language): string {
  const { countdown, left } = codeWordings[language]
  const minutes = Math.max(0, minutesBetween(now, at))
  return countdown[what](left(Math.floor(minutes / 60), minutes % 60))
}

const unitOf = ({ role, unit }: Actor, words: CodeWording): string => unit ?? words.unit[role]

function articleOf({ reason }: { reason: OpenReason['reason'] }, language: Language): string {
  const { document, article } = clause(rulesOf(reason).clauses[0])
  return wordings[language].article(document.short[language], article, undefined)
}

type Any = OpenReason | Proposal | ClosedReason

function common(reason: Any, language: Language, { numbers }: ExplainContext) {
  const words = codeWordings[language]
  return {
    reason: words.reason(words.ground[reason.ground](numbersOf(numbers))),
    article: articleOf(reason, language),
    clears: [],
    countdown: null,
  }
}

/** `numbers`: those in force at `now`. */
export function explain(reason: Any, language: Language, context: ExplainContext): Explained {
  const words = codeWordings[language]
  const { now, numbers } = context
  const countdown = 'clears' in reason ? countdownOf(reason.clears, now) : null
  const shared = common(reason, language, context)
  const since = (at: Instant) => words.since(shortTime(at))
  if ('closed' in reason) {
    const { way, at, left = at, by } = reason.closed
    const { title, line } = words.closed[way]
    const next = line(shortTime(left))
    return { ...shared, title, next, since: since(reason.since), unit: unitOf(by, words), appeal: null }
  }
  const appeal = { label: words.appeal.label, line: words.appeal.line(numbersOf(numbers)) }
  const unit = unitOf(reason.signatures.at(-1)?.by ?? reason.by, words)
  if ('at' in reason) return { ...shared, ...words.proposed, since: since(reason.at), unit, appeal }
  return {
    ...shared,
    title: words.title[reason.reason],
    next: words.next[reason.reason],
    clears: reason.clears.map((clearing) => clearingLine(clearing, words, numbersOf(numbers))),
    since: since(reason.since),
    unit,
    countdown: countdown && countdownLine(countdown, now, language),
    appeal,
  }
}
