import { minute, plus, type Instant } from '../../shared/instant.ts'
import { correctionMinutes } from '../../shared/sync/envelope.ts'
import type { Session, SessionRecord } from './truck-session.ts'

/** The head settled what was known then; of other facts he has said nothing. */
function unsettled(session: Session): Session {
  const { settled: _, ...rest } = session
  return rest
}

/** What was entered by mistake is asked again. */
export function forget(settled: Session, what: 'plate' | 'trip' | 'code'): Session {
  const session = unsettled(settled)
  const { freight: _freight, pass: _pass, foreignPass: _foreign, ...withoutCodes } = session.known
  const {
    scopeSaid: _scope,
    registeredSaid: _registered,
    sameCrewSaid: _same,
    notFreight: _not,
    ...trip
  } = session.known
  if (what === 'trip') return { ...session, known: trip }
  if (what === 'code') return { ...session, known: withoutCodes }
  const { plate: _plate, proposed: _proposed, ...rest } = session
  return { ...rest, differs: true, lookup: 'none' }
}

export function forgetPerson(session: Session, person: number): Session {
  const crew = session.known.crew.map((each, at) => {
    const { listedSame: _, ...rest } = each
    return at === person ? { ...rest, answers: {} } : each
  })
  return unsettled({ ...session, known: { ...session.known, crew } })
}

/** Back into the questions; what comes out next corrects the last record while that is young enough. */
export function takeBack(session: Session, at: Instant): Session {
  const last = session.records.at(-1)
  const until = last && plus(last.at, correctionMinutes * minute)
  return last && until && at < until ? { ...session, correcting: { id: last.id, until } } : session
}

export function recorded(session: Session, made: SessionRecord): Session {
  const { correcting: _, ...rest } = session
  return { ...rest, records: [...session.records, made] }
}
