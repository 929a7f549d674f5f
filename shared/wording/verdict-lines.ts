/** The verdict card: conclusion, reason, next step, article; each one short line with the real values in it. */
import type { CrewMember, Facts } from '../facts.ts'
import { beijing, shortTime, type Instant } from '../instant.ts'
import { clause } from '../policy/documents.ts'
import { testCountsFrom } from '../policy/readings/test.ts'
import type { Cited, ModifierId, Need, Verdict } from '../policy/verdict.ts'
import { en } from './en.ts'
import { headlines } from './headlines.ts'
import type { Hint, Language, NeedKind, Asked, Values, Wording } from './language.ts'
import { zh } from './zh.ts'

export const wordings: { readonly [L in Language]: Wording } = { zh, en }

/** What the facts do not hold and a screen may know. */
export type LineContext = {
  readonly checkpointName?: string
  readonly passUntil?: Instant
  /** The facts have one place for a suspect credential, the pass; here it was the freight code. */
  readonly codeAtFault?: boolean
}
export type VerdictLines = {
  readonly headline: string
  readonly reason: string
  readonly next: string
  readonly article: string
}

/** 05-26 */
const shortDay = (at: Instant | undefined) => (at === undefined ? '' : shortTime(at).slice(0, 5))

const shownTemperatures = ({ temperatures = [] }: CrewMember) =>
  temperatures.slice(-2).map((reading) => `${reading.toFixed(1)} ℃`)

function valuesOf(verdict: Verdict, facts: Facts, person: CrewMember, context: LineContext): Values {
  const { numbers } = verdict
  const tested = person.nucleicAcid ? testCountsFrom(person.nucleicAcid, numbers.testClockBasis) : undefined
  return {
    temperatures: shownTemperatures(person),
    validityHours: numbers.testValidity,
    testTime: tested === undefined ? '' : testTime(tested, verdict.judgedAt),
    priorTime: facts.priorRelease ? shortTime(facts.priorRelease.at) : '',
    priorCheckpoint: context.checkpointName ?? facts.priorRelease?.checkpoint ?? '',
    scopeKnown: facts.trip?.scope === 'cross-province',
    passUntil: shortDay(context.passUntil),
    whitelistUntil: shortDay(person.driverWhitelist?.to),
    passForged: facts.pass?.state === 'forged',
    codeAtFault: context.codeAtFault ?? false,
  }
}

/** A test of another year shows the year, or the line would read as if it were of this one. */
function testTime(tested: Instant, now: Instant): string {
  const { year } = beijing(tested)
  return year === beijing(now).year ? shortTime(tested) : `${year}-${shortTime(tested)}`
}

function nextOf(finding: Cited, person: CrewMember, words: Wording, { numbers }: Verdict): string {
  const first = finding.needs?.[0]
  if (finding.row === 'ASK') return first ? words.ask[needKind(first, person)].question(numbers) : ''
  if (finding.row !== 'V11') return words.next[finding.row]
  return words.testNext({
    sample: finding.tasks?.includes('sample') ?? false,
    again: person.antigen === 'invalid',
    codesGreen: !finding.ground.startsWith('not-green-'),
  })
}

function linesOf(
  finding: Cited,
  verdict: Verdict,
  facts: Facts,
  language: Language,
  context: LineContext,
): VerdictLines {
  const words = wordings[language]
  const person = facts.crew[typeof finding.of === 'number' ? finding.of : 0] ?? {}
  const { document, article } = clause(finding.clauses[0])
  return {
    headline: headlines[finding.row][language],
    reason: words.reason[finding.ground](valuesOf(verdict, facts, person, context)),
    next: nextOf(finding, person, words, verdict),
    article: words.article(document.short[language], article, finding.part),
  }
}

/** The vehicle's card. Where several are on board, the reason names the one it comes from. */
export function verdictLines(
  verdict: Verdict,
  facts: Facts,
  language: Language,
  context: LineContext = {},
): VerdictLines {
  const { decidedBy } = verdict
  const lines = linesOf(decidedBy, verdict, facts, language, context)
  if (facts.crew.length < 2 || typeof decidedBy.of !== 'number') return lines
  return { ...lines, reason: `${wordings[language].person(decidedBy.of + 1)}${lines.reason}` }
}

/** One crew member's own card; undefined where somebody else's V1–V3 decides and nothing was said of him. */
export function personLines(
  verdict: Verdict,
  facts: Facts,
  language: Language,
  index: number,
): VerdictLines | undefined {
  const finding = verdict.findings[index]
  return finding ? linesOf(finding, verdict, facts, language, {}) : undefined
}

/** Label, reason and next step of a modifier. The white-list entry shown is the first one on board. */
export function modifierLines(
  modifier: ModifierId,
  verdict: Verdict,
  facts: Facts,
  language: Language,
  context: LineContext = {},
) {
  const { label, reason, next } = wordings[language].modifier[modifier]
  const person = facts.crew.find(({ driverWhitelist }) => driverWhitelist) ?? facts.crew[0] ?? {}
  return { label, reason: reason(valuesOf(verdict, facts, person, context)), next }
}

export function needKind(need: Need, person: CrewMember): NeedKind {
  if (need === 'trip.registered' || need === 'freightCode') return need
  const fact = need.slice(need.lastIndexOf('.') + 1)
  if (fact === 'nucleicAcid' || fact === 'healthCode' || fact === 'travelCard' || fact === 'riskStay') return fact
  return (person.temperatures ?? []).length > 0 ? 'temperaturesAgain' : 'temperatures'
}

/** What to ask, and the text of its button; `crew` = whom, undefined for the vehicle. */
export function questionFor(
  need: Need,
  facts: Facts,
  language: Language,
  numbers: Asked,
): { readonly question: string; readonly button: string; readonly crew: number | undefined } {
  const crew = need.startsWith('crew.') ? Number(need.split('.')[1]) : undefined
  const { question, button } = wordings[language].ask[needKind(need, facts.crew[crew ?? 0] ?? {})]
  return { question: question(numbers), button, crew }
}

/** Reminders that belong to these facts; they bind the inspector, not the driver. */
export function hintsFor(verdict: Verdict, facts: Facts): readonly Hint[] {
  const hints: Hint[] = []
  if (facts.crew.some(({ travelCard }) => travelCard === 'green-starred')) hints.push('asterisk')
  if (verdict.row === 'V10' || verdict.row === 'V13') hints.push('no-repeat-test')
  if (facts.pass?.state === 'expired' || facts.pass?.state === 'revoked') hints.push('pass-renew')
  if (facts.pass === null || verdict.row === 'V7') hints.push('no-pass')
  return hints
}
