import type { Deps } from './deps.ts'
import { sameText } from './same-text.ts'

/** Opens one trip from the phone that registered it: `Authorization: Bearer <key>`. Derived, so it is never stored. */
export const tripKeyOf = (deps: Pick<Deps, 'vault'>, tripId: string): Promise<string> =>
  deps.vault.tag('trip-key', tripId)

/** Asks what became of one application for a pass. Another purpose than a trip's, since its id is the applicant's to choose. */
export const applicationKeyOf = (deps: Pick<Deps, 'vault'>, application: string): Promise<string> =>
  deps.vault.tag('application-key', application)

export const opensApplication = async (deps: Pick<Deps, 'vault'>, application: string, key: string): Promise<boolean> =>
  sameText(key, await applicationKeyOf(deps, application))
