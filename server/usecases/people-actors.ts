import type { Actor } from '../../shared/codes/events.ts'
import type { Deps } from '../deps.ts'
import { staffNames } from '../store/people-known.ts'

export type ActorView = { role: string; name: string | null; unit: string | null }
export type NameActor = (actor: Actor) => ActorView

/** Staff by name, as colleagues know them; the system and the feed have none. */
export async function actorNames(deps: Pick<Deps, 'db'>, actors: readonly Actor[]): Promise<NameActor> {
  const ids = [...new Set(actors.map(({ id }) => id))]
  const names = new Map((await deps.db.all(staffNames(ids))).map(({ id, name }) => [id, name]))
  return ({ role, id, unit }) => ({ role, name: names.get(id) ?? null, unit: unit ?? null })
}
