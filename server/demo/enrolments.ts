import type { Deps } from '../deps.ts'

/** The secret of an inspector's enrolment link in the demonstration: derived, so that its page can show it again. */
export const demoSecret = (deps: Deps, login: string): Promise<string> => deps.vault.tag('demo-enrolment', login)

export const demoEnrolmentLink = async (deps: Deps, login: string): Promise<string> =>
  `${deps.origin}/checkpoint/#enrol=${await demoSecret(deps, login)}`
