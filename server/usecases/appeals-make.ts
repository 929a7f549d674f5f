import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { makeAppeal as contract } from '../../schema/api/appeals.ts'
import { Fault } from '../../shared/fault.ts'
import { day } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { appealById, appealsOfTrip } from '../store/appeals.ts'
import type { AppealRow } from '../store/appeals.ts'
import { Taken } from '../store/db.ts'
import { appealCode } from './appeals-make-code.ts'
import { appealOutside, appealVerdict } from './appeals-make-other.ts'
import { needDriverOrTerminal } from './appeals-of-trip.ts'
import { viewOfAppeal } from './appeals-view.ts'
import { loadTrip } from './load-trip.ts'
import type { LoadedTrip } from './load-trip.ts'
import type { Member } from './crew.ts'

export type Form = BodyOf<typeof contract>
/** What every kind of appeal needs to be written. */
export type Setting = {
  trip: LoadedTrip['trip']
  member: Member
  surname: string
  common: Pick<AppealRow, 'id' | 'trip_id' | 'seat' | 'person_tag' | 'plate' | 'surname' | 'place' | 'note_sealed'> &
    Pick<AppealRow, 'by_kind' | 'by_id'>
}

/** A trip has few reasons to appeal against; who sends more is not heard sooner. */
const mostADay = 10

/**
 * Takes an appeal in. Where the conditions are met it is cleared in this very call; what is not ours is referred; the rest waits
 * for a person. The id is made on the phone, so sending again is harmless.
 */
export async function makeAppeal(
  deps: Deps,
  asker: Asker,
  { trip: id, ...form }: Form & { trip: string },
): Promise<AnswerOf<typeof contract>> {
  needDriverOrTerminal(asker, id)
  const before = await findOwn(deps, form.id, id)
  if (before) return viewOfAppeal(deps, before)
  const setting = await settingOf(deps, asker, id, form)
  try {
    return viewOfAppeal(deps, await writeIt(deps, setting, form))
  } catch (cause) {
    if (!(cause instanceof Taken)) throw cause
    const same = await findOwn(deps, form.id, id)
    if (same) return viewOfAppeal(deps, same)
    throw new Fault('conflict', 'AP-02', 'an appeal about this is running', { path: 'opening', cause })
  }
}

async function writeIt(deps: Deps, setting: Setting, form: Form): Promise<AppealRow> {
  if (form.kind === 'code') return appealCode(deps, setting, form)
  return form.kind === 'verdict' ? appealVerdict(deps, setting, form) : appealOutside(deps, setting, form)
}

async function findOwn(deps: Deps, id: string, trip: string): Promise<AppealRow | undefined> {
  const [row] = await deps.db.all(appealById(id))
  if (row !== undefined && row.trip_id !== trip)
    throw new Fault('conflict', 'AP-15', 'another appeal was sent under this id', { path: 'id' })
  return row
}

async function settingOf(deps: Deps, asker: Asker, id: string, form: Form): Promise<Setting> {
  const { trip, rows, crew } = await loadTrip(deps, id)
  const [member, row] = [crew.find(({ seat }) => seat === form.seat), rows.find(({ seat }) => seat === form.seat)]
  if (member === undefined || row === undefined)
    throw new Fault('bad-input', 'AP-10', 'nobody sits in this seat', { path: 'seat' })
  const made = await deps.db.all(appealsOfTrip(id, mostADay))
  if (made.length === mostADay && made.every(({ submitted_at: at }) => at > deps.now() - day))
    throw new Fault('too-many', 'AP-11', 'too many appeals on this trip')
  const { surname, person_tag } = row
  const note = form.note === undefined || form.note === '' ? null : await deps.vault.seal('appeal-note', form.note)
  const at = asker.kind === 'terminal' ? `checkpoint/${asker.checkpoint}` : null
  return {
    trip,
    member,
    surname,
    common: {
      id: form.id,
      trip_id: id,
      seat: form.seat,
      person_tag,
      plate: trip.plate,
      surname,
      place: form.place ?? at,
      note_sealed: note,
      by_kind: asker.kind === 'terminal' ? 'terminal' : 'driver',
      by_id: asker.kind === 'terminal' ? asker.staff : null,
    },
  }
}
