import { editionInForce, editions } from '../shared/policy/edition.ts'
import { numbersAt } from '../shared/policy/numbers.ts'
import { nothingPublished } from '../shared/policy/published-law.ts'
import type { Law } from './deps.ts'

/** The law as this program brings it, with nothing published over it. */
export const programLaw = (): Law => ({
  editionAt: (now) => editionInForce(now),
  numbersAt,
  edition: (id) => editions.find((edition) => edition.id === id),
  published: () => nothingPublished,
  refresh: async () => undefined,
})
