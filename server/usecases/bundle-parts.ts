import type * as z from 'zod/mini'
import type { bundleParts, PartName } from '../../schema/api/bundle.ts'
import type { Listing } from '../../shared/facts.ts'
import { plus, type Instant } from '../../shared/instant.ts'
import { publishedAt } from '../../shared/policy/published-law.ts'
import { publishedToJson } from '../../shared/policy/published-wire.ts'
import { digestOf } from '../../shared/sync/manifest.ts'
import type { Deps } from '../deps.ts'
import { releases } from '../store/inspections.ts'
import { everybodyListed } from '../store/people.ts'
import type { TerminalAndPlace } from '../store/terminals.ts'
import { expectedPlates } from '../store/trips.ts'
import { withdrawnCodes } from '../store/withdrawn-codes.ts'
import { whitelistFor } from './lists-at-booth.ts'
import { bundleExpected, bundleLawReachesBack, bundleReleases, expectedAround } from './parameters.ts'
import { marksOf, sparing } from './prior-releases.ts'
import { riskAreasNow } from './risk-areas-now.ts'
import { tagsOf, tagsOfDay, type DayTags } from './tag-key.ts'
import { boundTo } from './terminal-view.ts'

type Contents = { [Name in PartName]: z.infer<(typeof bundleParts)[Name]> }
export type Standing = Contents['standing']

export type Part = { readonly name: string; readonly text: string; readonly digest: string }

/** All parts for one phone. Each is made from the database, so that what was changed a moment ago is in it. */
export async function partsFor(deps: Deps, terminal: TerminalAndPlace, standing: Standing): Promise<Part[]> {
  const tags = await tagsOfDay(deps)
  const checkpoint = terminal.checkpoint_id
  const contents: Contents = {
    keys: { keys: (await deps.keyring.publicKeys()).keys.map((key) => ({ ...key })) },
    'tag-key': { day: tags.day, key: tags.keyText },
    settings: boundTo(terminal),
    law: lawFor(deps, checkpoint, deps.now()),
    standing,
    withdrawn: (await deps.db.all(withdrawnCodes(deps.now()))).map(({ trip_number, before_at }) => [
      trip_number,
      Math.ceil(before_at / 1000),
    ]),
    'risk-areas': await riskAreasNow(deps),
    listed: await listedPersons(deps, tags),
    whitelist: await whitelistFor(deps, tags),
    'prior-releases': await priorReleases(deps, checkpoint, tags),
    expected: await expectedTrucks(deps, checkpoint, tags),
  }
  return Promise.all(Object.entries(contents).map(([name, content]) => partOf(name, JSON.stringify(content))))
}

const partOf = async (name: string, text: string): Promise<Part> => ({ name, text, digest: await digestOf(text) })

/** What holds there, is to come, or was ended within the days that a record may still be judged on the phone. */
function lawFor({ law }: Deps, checkpoint: string, now: Instant): Contents['law'] {
  const since = plus(now, -bundleLawReachesBack)
  return { ...publishedToJson(publishedAt(law.published(), law.where(checkpoint), since)) }
}

async function priorReleases(deps: Deps, checkpoint: string, tags: DayTags): Promise<Contents['prior-releases']> {
  const rows = await deps.db.all(releases({ ...sparing(deps, checkpoint), limit: bundleReleases }))
  const seen = rows.map((row) => ({ row, marks: marksOf(row.crew) }))
  await tags.ready({ people: seen.flatMap(({ marks }) => marks), plates: rows.map(({ plate }) => plate) })
  return {
    checkpoints: Object.fromEntries(rows.map((row) => [row.checkpoint_id, row.checkpoint_name])),
    releases: seen.map(({ row, marks }) => [
      tags.truck(row.plate),
      Math.floor(row.made_at / 1000),
      row.checkpoint_id,
      tagsOf(tags, marks),
    ]),
  }
}

async function expectedTrucks(deps: Deps, checkpoint: string, tags: DayTags): Promise<Contents['expected']> {
  const [from, until] = [plus(deps.now(), -expectedAround), plus(deps.now(), expectedAround)]
  const rows = await deps.db.all(expectedPlates({ checkpoint, from, until, limit: bundleExpected }))
  const plates = rows.map(({ plate }) => plate)
  await tags.ready({ people: [], plates })
  return [...new Set(plates.map((plate) => tags.truck(plate)))].toSorted().join('')
}

const kinds = ['positive', 'red', 'tracking'] as const

async function listedPersons(deps: Deps, tags: DayTags): Promise<Contents['listed']> {
  const everybody = (await deps.db.all(everybodyListed())).map(({ kind, surname, id_tail: idTail }) => ({
    kind,
    mark: { surname, idTail },
  }))
  await tags.ready({ people: everybody.map(({ mark }) => mark), plates: [] })
  const on = (kind: Listing) => everybody.filter((person) => person.kind === kind).map(({ mark }) => mark)
  // In order of the tags, so that the order says nothing.
  return Object.fromEntries(kinds.map((kind) => [kind, [...new Set(tagsOf(tags, on(kind)))].toSorted().join('')]))
}
