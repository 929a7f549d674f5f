import { samePlate } from '../../shared/identity/plate.ts'
import { parseInstant, type Instant } from '../../shared/instant.ts'
import type { DriverWhitelist, Listing } from '../../shared/facts.ts'
import { crewTag, taggable } from '../../shared/sync/crew-tag.ts'
import { bundleAge, type OpenBundle } from './bundle.ts'
import type { Mark, PriorHere } from './known-here.ts'
import type { PlateView } from './server.ts'

export type ListsAnswer = {
  readonly prior: PriorHere | undefined
  /** In the order asked; empty marks have neither. */
  readonly people: readonly {
    readonly tag: string | undefined
    readonly listed: Listing | undefined
    readonly whitelist?: DriverWhitelist | undefined
  }[]
}

type Release = { at: string; checkpoint: string; checkpointName: string; crew: readonly string[] }

export function priorOf(release: Release | null | undefined): PriorHere | undefined {
  const at = release ? parseInstant(release.at) : undefined
  if (!release || at === undefined) return undefined
  const { checkpoint, checkpointName, crew } = release
  return { at, checkpoint, checkpointName, crew }
}

/** The newest release of this plate in the bundle. */
function priorIn(bundle: OpenBundle, plate: string): PriorHere | undefined {
  const releases = bundle.content.priorReleases.filter((release) => samePlate(release.plate, plate)).map(priorOf)
  return releases.filter((release) => release !== undefined).toSorted((a, b) => b.at - a.at)[0]
}

/** The entry of the drivers' white list that lasts longest; one that names a plate counts for that truck only. */
function whitelistIn(bundle: OpenBundle, tag: string, plate: string): DriverWhitelist | undefined {
  const entries = (bundle.content.whitelist ?? []).flatMap((entry) => {
    const from = parseInstant(entry.from)
    const to = parseInstant(entry.to)
    const here = entry.plate === undefined || samePlate(entry.plate, plate)
    if (entry.tag !== tag || !here || from === undefined || to === undefined) return []
    return [{ from, to, closedLoop: entry.closedLoop }]
  })
  return entries.toSorted((a, b) => b.to - a.to)[0]
}

/** What the lists say of this truck and these people: the server's answer where there is one, else the bundle's. */
export async function askLists(
  bundle: OpenBundle | undefined,
  asked: { plate: string; people: readonly Mark[]; online: PlateView | undefined; now: Instant },
): Promise<ListsAnswer> {
  const usable = bundle !== undefined && bundleAge(bundle, asked.now) !== 'expired' ? bundle : undefined
  const tags = await Promise.all(
    asked.people.map(async (mark) =>
      usable !== undefined && taggable(mark) ? crewTag(usable.tagKey, mark.surname, mark.idTail) : undefined,
    ),
  )
  return {
    prior: asked.online ? priorOf(asked.online.priorRelease) : usable && priorIn(usable, asked.plate),
    people: tags.map((tag) => ({
      tag,
      listed: usable?.content.listed.find((entry) => entry.tag === tag)?.kind,
      whitelist: usable && tag !== undefined ? whitelistIn(usable, tag, asked.plate) : undefined,
    })),
  }
}
