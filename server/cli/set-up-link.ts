import { day, plus } from '../../shared/instant.ts'
import type { Deps } from '../deps.ts'
import { offerSetUp } from '../usecases/offer-set-up.ts'

/** The link that makes the first administrator, new at each start; undefined once there is one. It stands in no log. */
export async function setUpLink(deps: Deps): Promise<string | undefined> {
  const token = Buffer.from(deps.random(24)).toString('base64url')
  return (await offerSetUp(deps, token, plus(deps.now(), day))) ? `${deps.origin}/office/#setup=${token}` : undefined
}
