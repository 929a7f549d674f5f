import { beijingIso } from '../../shared/instant.ts'
import { crewTag, importTagKey, plateTag, taggable } from '../../shared/sync/crew-tag.ts'
import type { Deps, Vault } from '../deps.ts'

type Marked = { surname: string; idTail: string }

/** The tags of one Beijing day. The day's key is the same for all phones, so that one tag fits everywhere. */
export type DayTags = {
  readonly day: string
  /** base64url of 32 bytes, as the phones get it. */
  readonly keyText: string
  /** Whoever has no surname or no number is left out. */
  people(marks: readonly Marked[]): Promise<string[]>
  plate(plate: string): Promise<string>
}

/** More than all lists and releases of a day hold; beyond it tags are made anew each time. */
const most = 60_000
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

async function dayTags(day: string, keyText: string): Promise<DayTags> {
  const key = await importTagKey(keyText)
  const known = new Map<string, string>()
  const remember = async (text: string, make: () => Promise<string>) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const tag = await make()
    if (known.size < most) known.set(text, tag)
    return tag
  }
  return {
    day,
    keyText,
    people: (marks) =>
      Promise.all(
        marks
          .filter(taggable)
          .map(({ surname, idTail }) => remember(`${surname}|${idTail}`, () => crewTag(key, surname, idTail))),
      ),
    plate: (plate) => remember(`#${plate}`, () => plateTag(key, plate)),
  }
}
