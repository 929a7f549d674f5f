import type { Instant } from '../instant.ts'
import type { CallResult, CaseCategory, CaseLevel, CaseRole, CaseWay, Escalation } from './kinds.ts'

export type CaseActor = { readonly role: CaseRole; readonly id: string | null }
type Common = { readonly at: Instant; readonly by: CaseActor }

/** How a case begins. `at`: when it came in; a booth without a network took it down earlier. */
export type CaseMade = Common & {
  readonly move: 'make'
  readonly way: CaseWay
  readonly category: CaseCategory
  readonly level: CaseLevel
}

/** What is done to it afterwards. Texts are kept beside the event, sealed: the rules ask only whether there is one. */
export type CaseDeed = Common &
  (
    | { readonly move: 'accept' | 'handle' | 'ask-call-back' | 'close' }
    | { readonly move: 'dispatch'; readonly to: string }
    | { readonly move: 'reply' | 'note' | 'more' | 'supervise' | 'reopen' }
    | { readonly move: 'answer'; readonly result: CallResult }
    | { readonly move: 'escalate'; readonly why: Escalation }
    | { readonly move: 'recategorise'; readonly category: CaseCategory }
  )
