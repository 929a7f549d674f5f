import type * as z from 'zod/mini'
import type { bundleParts } from '../../schema/api/bundle.ts'
import type { plateView } from '../../schema/api/terminals.ts'
import { samePlate } from '../../shared/identity/plate.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import { testCountsFrom } from '../../shared/policy/readings/test.ts'
import { transferEntry } from '../../shared/lists/transfer.ts'
import type { Deps } from '../deps.ts'
import { driversListedUntil } from '../store/lists.ts'
import type { EntryRow } from '../store/lists.ts'
import { stagesOf } from './lists-in-force.ts'
import type { InForce } from './lists-in-force.ts'
import type { Result } from './newest-result.ts'
import { bundleExpiresAfter } from './parameters.ts'
import { tagsOf, type DayTags } from './tag-key.ts'

type Person = z.infer<typeof plateView>['crew'][number]
type Before = { plate: string; test: Result | null }

/** What the lists say of a person in this truck (checked by person and plate, R73). Suspended a moment ago = nothing. */
export function listsView(
  deps: Deps,
  entries: readonly InForce[],
  { plate, test }: Before,
): Pick<Person, 'driverWhitelist' | 'transferCrew'> {
  const here = entries.filter((entry) => entry.plate === null || samePlate(entry.plate, plate))
  const last = (list: InForce['list']) => here.filter((entry) => entry.list === list).toSorted((a, b) => b.to - a.to)[0]
  const [driver, crew] = [last('W1'), last('W3')]
  return {
    driverWhitelist: driver
      ? { from: beijingIso(driver.from), to: beijingIso(driver.to), closedLoop: driver.closedLoop }
      : null,
    ...(crew && {
      transferCrew: { company: crew.company, to: beijingIso(crew.to), entry: entryNow(deps, crew, test) },
    }),
  }
}

function entryNow(deps: Deps, { closedLoop }: InForce, test: Result | null) {
  const now = deps.now()
  const { transferPointTestValidity, testClockBasis } = deps.law.numbersAt(now)
  const negativeAt = test?.result === 'negative' ? (testCountsFrom(test, testClockBasis) ?? null) : null
  return transferEntry({ closedLoop, negativeAt, now }, transferPointTestValidity)
}

/** So many entries, about 50 bytes each, are in a bundle, those that end first; the rest is found by look-up. */
const bundleEntries = 3000

/** The drivers' list for phones without a network: tags instead of persons, like the other lists of the bundle. */
export async function whitelistFor(deps: Deps, tags: DayTags): Promise<z.infer<typeof bundleParts.whitelist>> {
  const now = deps.now()
  const rows = await deps.db.all(driversListedUntil(now, plus(now, bundleExpiresAfter), bundleEntries))
  const stages = await stagesOf(deps, rows)
  const entries = rows.filter(({ id }) => stages.get(id) === 'complete')
  await tags.ready({ people: entries.map(markOf), plates: entries.flatMap(({ plate }) => plate ?? []) })
  return entries.flatMap((row) => entryFor(row, tags))
}

const markOf = ({ surname, id_tail: idTail }: EntryRow) => ({ surname, idTail })

function entryFor(row: EntryRow, tags: DayTags): z.infer<typeof bundleParts.whitelist> {
  const plate = row.plate === null ? null : tags.truck(row.plate)
  return tagsOf(tags, [markOf(row)]).map((tag) => [
    tag,
    second(row.from_at),
    second(row.to_at),
    row.closed_loop === 1,
    plate,
  ])
}

/** Both ends count, so the last second is that of the last moment. */
const second = (at: number | null) => Math.floor((at ?? 0) / 1000)
