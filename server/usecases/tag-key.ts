import { beijingIso } from '../../shared/instant.ts'
import { crewTag, importTagKey, plateTag, taggable } from '../../shared/sync/crew-tag.ts'
import type { Deps, Vault } from '../deps.ts'

export type Marked = { surname: string; idTail: string }
type Wanted = { people: readonly Marked[]; plates: readonly string[] }

/** The tags of one Beijing day. The day's key is the same for all phones, so that one tag fits everywhere. */
export type DayTags = {
  readonly day: string
  /** base64url of 32 bytes, as the phones get it. */
  readonly keyText: string
  /** Makes the tags that are asked for next. */
  ready(wanted: Wanted): Promise<void>
  /** `undefined` = has no surname or no number. */
  person(mark: Marked): string | undefined
  truck(plate: string): string
}

/** More than all lists and releases of a day hold; then it is begun anew. */
const most = 100_000
const kept = new WeakMap<Vault, DayTags>()

/** Made once a day and server: a bundle of 10,000 entries is then a matter of looking them up. */
export async function tagsOfDay({ vault, now }: Pick<Deps, 'vault' | 'now'>): Promise<DayTags> {
  const day = beijingIso(now()).slice(0, 10)
  const before = kept.get(vault)
  if (before?.day === day) return before
  const made = await dayTags(day, await vault.tag('crew-tag-key', day))
  kept.set(vault, made)
  return made
}

const nameOf = ({ surname, idTail }: Marked) => `${surname}|${idTail}`

async function dayTags(day: string, keyText: string): Promise<DayTags> {
  const key = await importTagKey(keyText)
  const [people, trucks] = [new Map<string, string>(), new Map<string, string>()]
  return {
    day,
    keyText,
    async ready(wanted) {
      if (people.size > most) people.clear()
      if (trucks.size > most) trucks.clear()
      const strangers = wanted.people.filter((mark) => taggable(mark) && !people.has(nameOf(mark)))
      await Promise.all(
        strangers.map(async (mark) => people.set(nameOf(mark), await crewTag(key, mark.surname, mark.idTail))),
      )
      const unseen = wanted.plates.filter((plate) => !trucks.has(plate))
      await Promise.all(unseen.map(async (plate) => trucks.set(plate, await plateTag(key, plate))))
    },
    person: (mark) => people.get(nameOf(mark)),
    truck: (plate) => trucks.get(plate) ?? '',
  }
}

/** The tags of those who have one. */
export const tagsOf = (tags: DayTags, marks: readonly Marked[]): string[] =>
  marks.flatMap((mark) => tags.person(mark) ?? [])
