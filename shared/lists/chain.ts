import type { Bilingual } from '../policy/documents.ts'
import type { ListKind } from './kinds.ts'

export type StepId =
  'draft' | 'submit' | 'approve' | 'commit' | 'county' | 'city' | 'department' | 'report' | 'closed-loop'

type Step = {
  readonly id: StepId
  readonly name: Bilingual
  /** County and city put forward (list-officer); what the province decided is recorded by the command. */
  readonly by: readonly ('list-officer' | 'command')[]
  /** Not without the number of a document. */
  readonly document: boolean
  readonly notByDrafter: boolean
}
const putForward = (id: StepId, zh: string, en: string, document = false): Step => ({
  id,
  name: { zh, en },
  by: ['list-officer'],
  document,
  notByDrafter: false,
})
const decided = (id: StepId, zh: string, en: string, document = true): Step => ({
  ...putForward(id, zh, en, document),
  by: ['command'],
  notByDrafter: true,
})

/** The first step makes the entry; after the last it is in force by its dates. */
export const chains = {
  W1: [
    putForward('draft', '起草', 'Drafted'),
    putForward('submit', '上报', 'Submitted'),
    decided('approve', '省指挥部核准', 'Approved by the provincial command'),
  ],
  W2: [
    putForward('commit', '企业承诺', "Company's commitment", true),
    putForward('county', '县申报', 'Put forward by the county'),
    putForward('city', '市申报', 'Put forward by the city'),
    decided('department', '省行业主管部门确定', 'Decided by the provincial department'),
    decided('report', '报省指挥部', 'Reported to the provincial command'),
  ],
  W3: [
    putForward('draft', '起草', 'Drafted'),
    putForward('closed-loop', '确认闭环管理', 'Closed loop confirmed'),
    decided('approve', '指挥部核准', 'Approved by the command'),
  ],
  W4: [putForward('draft', '起草', 'Drafted'), decided('approve', '市指挥部核准', 'Approved by the command', false)],
} as const satisfies Record<ListKind, readonly [Step, ...Step[]]>

export const chainOf = (list: ListKind): readonly Step[] => chains[list]

export const stepOf = (list: ListKind, id: string): Step | undefined => chainOf(list).find((step) => step.id === id)

/** The step after `done`; undefined = the chain is complete. */
export const nextStep = (list: ListKind, done: StepId): Step | undefined =>
  chainOf(list)[chainOf(list).findIndex(({ id }) => id === done) + 1]

export type StepRefusal =
  'not-yours' | 'not-next' | 'drafted-it' | 'no-document' | 'no-closed-loop' | 'no-enterprise' | 'over'

export type StepAsked = {
  readonly list: ListKind
  /** The last step of the chain that was taken; null = suspended or removed, nothing more is to be approved. */
  readonly done: StepId | null
  readonly step: StepId
  readonly role: string
  readonly drafter: boolean
  readonly document: boolean
  readonly closedLoop: boolean
  /** W3: the key enterprise is in force now. */
  readonly enterprise: boolean
  /** The term has run out. */
  readonly over: boolean
}

/** Why a step may not be taken now; null = it may. */
export function refusalOfStep(asked: StepAsked): StepRefusal | null {
  const step = stepOf(asked.list, asked.step)
  if (step === undefined || asked.done === null) return 'not-next'
  if (!step.by.some((role) => role === asked.role)) return 'not-yours'
  if (nextStep(asked.list, asked.done)?.id !== step.id) return 'not-next'
  if (step.notByDrafter && asked.drafter) return 'drafted-it'
  if (step.document && !asked.document) return 'no-document'
  if (asked.over) return 'over'
  if (asked.list !== 'W3') return null
  if (!asked.closedLoop) return 'no-closed-loop'
  return asked.enterprise ? null : 'no-enterprise'
}

export const mayStep = (asked: StepAsked): boolean => refusalOfStep(asked) === null
