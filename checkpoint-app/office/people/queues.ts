import { personQueues, type PersonQueue } from '../../../shared/codes/purposes.ts'

export type Tab = PersonQueue | 'listed'
export const tabs: readonly Tab[] = [...personQueues, 'listed']

/** The tab of the address; whoever may sign begins where something waits. */
export const tabIn = (query: Readonly<Record<string, string>>): Tab =>
  tabs.find((tab) => tab === query['queue']) ?? 'waiting'
