import type { Opened } from '../../shared/credential/open.ts'
import { inspectionToJson } from '../../shared/facts-json.ts'
import { beijingIso } from '../../shared/instant.ts'
import type { Envelope } from '../../shared/sync/envelope.ts'
import { clockOffsetMs, type TrustedClock } from '../device/clock.ts'
import { freightHere, shownPass } from '../device/facts-here.ts'
import type { PersonHere } from '../device/known-here.ts'
import type { Judgement } from '../device/judge-here.ts'
import type { Terminal } from '../device/store.ts'
import { knownOf, type Session } from './truck-session.ts'

export const appVersion = 'checkpoint-0.1.0'

type Given = {
  readonly id: string
  readonly session: Session
  readonly judgement: Judgement
  readonly terminal: Terminal
  readonly clock: TrustedClock
}

/** The record of one judgement, as it is signed and sent. */
export function makeEnvelope({ id, session, judgement, terminal, clock }: Given): Envelope {
  const { now, verdict } = judgement
  const { id: _id, now: _now, ...facts } = inspectionToJson({ id, now, facts: judgement.facts })
  return {
    id,
    terminal: terminal.id,
    checkpoint: terminal.checkpoint.id,
    lane: terminal.lane,
    madeAt: beijingIso(now),
    ...(session.startedAt <= now ? { begunAt: beijingIso(session.startedAt) } : {}),
    clockOffsetMs: clockOffsetMs(clock),
    offline: judgement.facts.offline === true,
    plateBy: session.plate?.by ?? 'typed',
    facts,
    verdict: { row: verdict.row, outcome: verdict.outcome, edition: verdict.edition },
    crew: session.known.crew.map(crewOf),
    trip: session.known.onSite?.trip ?? session.known.online?.trip?.id ?? null,
    credentials: credentialsOf(session, judgement),
    ...foreignPassOf(session),
    ...(session.settled !== undefined && verdict.row === 'V15' ? { settled: session.settled } : {}),
    ...(isCorrection(session, judgement) ? { corrects: session.correcting?.id ?? '' } : {}),
    app: appVersion,
  }
}

const crewOf = ({ mark, listed, listedSame }: PersonHere): Envelope['crew'][number] =>
  listed && listedSame !== undefined ? { ...mark, listHit: { list: listed, confirmed: listedSame } } : mark

/** As it was shown; what it counts for stands in the facts. */
function foreignPassOf({ known: { foreignPass } }: Session): Pick<Envelope, 'foreignPass'> {
  if (foreignPass === undefined) return {}
  const { validTo, ...shown } = foreignPass
  return { foreignPass: { ...shown, ...(validTo === undefined ? {} : { validTo: beijingIso(validTo) }) } }
}

/** In time to correct the record that was taken back. */
export const isCorrection = ({ correcting }: Session, { now }: Pick<Judgement, 'now'>) =>
  correcting !== undefined && now <= correcting.until

function credentialsOf(session: Session, { now }: Judgement): Envelope['credentials'] {
  const known = knownOf(session)
  const why = known && freightHere(known, now)?.why
  const entry = (opened: Opened | null | undefined, refused: string | undefined): Envelope['credentials'] => {
    if (!opened) return []
    const { claims } = opened
    const refusal = opened.ok ? (refused ?? null) : opened.reason
    const number = claims && (claims.kind === 'freight' ? claims.trip : claims.number)
    return [
      {
        kind: opened.kind ?? 'unknown',
        jti: claims?.id ?? null,
        refused: refusal,
        ...(number === undefined ? {} : { number }),
        ...liveOf(opened),
      },
    ]
  }
  const passWhy = known && shownPass(known, now)?.why
  return [...entry(session.known.freight, why), ...entry(session.known.pass, passWhy)]
}

/** Said only where a phone's code was no live one; another phone's stamp is the refusal `bad-stamp`. */
function liveOf(opened: Opened): { live?: 'stale' | 'none' } {
  if (!opened.ok || opened.kind !== 'freight' || opened.carrier === 'paper') return {}
  return opened.live === 'stale' || opened.live === 'none' ? { live: opened.live } : {}
}
