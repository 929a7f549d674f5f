import { plateTag } from '../../shared/sync/crew-tag.ts'
import type { Instant } from '../../shared/instant.ts'
import { usableAt, type OpenBundle } from './bundle.ts'
import { oneOff } from './plate/correct.ts'

/** Suggestions beside a reading are few. */
const most = 3

/**
 * Which of these readings of one plate, the likeliest first, or of the plates one character away from the first, belong to a
 * truck that registered for this checkpoint about now. The list has no plates, only tags: it can be asked, not read. Never
 * asked while a plate is held against a code: a cloned plate would hide behind it.
 */
export async function expectedLike(
  bundle: OpenBundle | undefined,
  readings: readonly string[],
  now: Instant,
): Promise<readonly string[]> {
  const { tagKey, expected } = usableAt(bundle, now) ?? {}
  const [first] = readings
  if (tagKey === undefined || expected === undefined || expected.size === 0 || first === undefined) return []
  const plates = [...new Set([...readings, ...oneOff(first)])]
  const tags = await Promise.all(plates.map((plate) => plateTag(tagKey.key, plate)))
  return plates.filter((_, at) => expected.has(tags[at] ?? '')).slice(0, most)
}
