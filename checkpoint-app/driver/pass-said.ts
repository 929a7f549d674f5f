import { parseInstant, type Instant } from '../../shared/instant.ts'
import type { PassView } from './draft.ts'

type Said = {
  readonly state: PassView['state']
  readonly suspended: boolean
  /** What somebody wrote down as the reason. */
  readonly why: { readonly zh: string; readonly en: string } | undefined
  /** Not while it is looked into; where it was revoked for cause a person looks at the new application. */
  readonly mayApplyAgain: boolean
}

/** What a pass is worth now; a phone without a network sees it run out by itself. */
export function passSaid({ state: told, validTo, standing }: PassView, now: Instant): Said {
  const to = parseInstant(validTo)
  const state = told === 'valid' && to !== undefined && now > to ? 'expired' : told
  const why = state === 'revoked' ? standing : undefined
  return {
    state,
    suspended: why?.state === 'suspended',
    why,
    mayApplyAgain: state !== 'valid' && why?.state !== 'suspended',
  }
}
