import { day, plus } from '../../shared/instant.ts'
import type { Phone } from '../device/phone.ts'
import { sessionsIn } from './desk-state.ts'
import { inOrderOfDue } from './truck-alarms.ts'
import type { Session } from './truck-session.ts'

/** The trucks that wait beside, as the disk kept them. */
export async function parkedOn(phone: Phone): Promise<readonly Session[]> {
  const kept = sessionsIn(await phone.readParked(), plus(phone.clock.now(), -day))
  return inOrderOfDue(await Promise.all(kept.map((session) => withWrittenRecords(session, phone))))
}

/**
 * The page may have been killed after a truck was written and before its record was: what is nowhere was never recorded. It is
 * recorded when the truck is taken up again, and nothing may correct it.
 */
async function withWrittenRecords(session: Session, phone: Phone): Promise<Session> {
  const has = await Promise.all(session.records.map(({ id }) => phone.has(id)))
  const records = session.records.filter((_, at) => has[at])
  if (records.length === session.records.length) return session
  const { correcting, ...rest } = session
  const isThere = correcting !== undefined && records.some(({ id }) => id === correcting.id)
  return { ...rest, records, ...(isThere ? { correcting } : {}) }
}
