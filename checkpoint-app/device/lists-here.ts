import { instant, parseInstant, type Instant } from '../../shared/instant.ts'
import type { DriverWhitelist, Listing } from '../../shared/facts.ts'
import { crewTag, plateTag, taggable } from '../../shared/sync/crew-tag.ts'
import { usableAt, type OpenBundle } from './bundle.ts'
import type { PartsHere } from './bundle-parts.ts'
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

const second = (seconds: number): Instant => instant(seconds * 1000)

/** The server's tags are of its day; by a key of another day they say nothing, and the inspector is asked. */
export function priorOf(
  release: PlateView['priorRelease'] | undefined,
  day: string | undefined,
): PriorHere | undefined {
  const at = release ? parseInstant(release.at) : undefined
  if (!release || at === undefined) return undefined
  const { checkpoint, checkpointName } = release
  return { at, checkpoint, checkpointName, crew: release.day === day ? release.crew : [] }
}

/** The newest release of this plate in the bundle. */
function priorIn(parts: PartsHere | undefined, plate: string | undefined): PriorHere | undefined {
  const { priorReleases } = parts ?? {}
  const releases = priorReleases?.releases.filter(([tag]) => tag === plate) ?? []
  const [newest] = releases.toSorted(([, a], [, b]) => b - a)
  if (newest === undefined) return undefined
  const [, at, checkpoint, crew] = newest
  return { at: second(at), checkpoint, checkpointName: priorReleases?.checkpoints[checkpoint] ?? checkpoint, crew }
}

/** The entry of the drivers' white list that lasts longest; one that names a plate counts for that truck only. */
function whitelistIn({ whitelist }: PartsHere, tag: string, plate: string): DriverWhitelist | undefined {
  const entries =
    whitelist?.filter(([person, , , , truck]) => person === tag && (truck === null || truck === plate)) ?? []
  const [last] = entries.toSorted(([, , a], [, , b]) => b - a)
  if (last === undefined) return undefined
  const [, from, to, closedLoop] = last
  return { from: second(from), to: second(to), closedLoop }
}

type Asked = { plate: string; people: readonly Mark[]; online: PlateView | undefined; now: Instant }

/** What the lists say of this truck and these people: the server's answer where there is one, else the bundle's. */
export async function askLists(bundle: OpenBundle | undefined, asked: Asked): Promise<ListsAnswer> {
  const parts = usableAt(bundle, asked.now)
  const { day, key } = parts?.tagKey ?? {}
  const plate = key && (await plateTag(key, asked.plate))
  const tags = await Promise.all(
    asked.people.map(async (mark) => (key && taggable(mark) ? crewTag(key, mark.surname, mark.idTail) : undefined)),
  )
  return {
    prior: asked.online ? priorOf(asked.online.priorRelease, day) : priorIn(parts, plate),
    people: tags.map((tag) => {
      if (parts === undefined || tag === undefined || plate === undefined)
        return { tag, listed: undefined, whitelist: undefined }
      return { tag, listed: parts.listed?.get(tag), whitelist: whitelistIn(parts, tag, plate) }
    }),
  }
}
