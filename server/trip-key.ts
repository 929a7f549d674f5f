import type { Deps } from './deps.ts'

/** Opens one trip from the phone that registered it: `Authorization: Bearer <key>`. Derived, so it is never stored. */
export const tripKeyOf = (deps: Pick<Deps, 'vault'>, tripId: string): Promise<string> =>
  deps.vault.tag('trip-key', tripId)
