import type { Instant } from '../../shared/instant.ts'

/** Whom a notice is for. */
export type NoticeTo =
  | { kind: 'person'; duty: string; name: string; phone: string }
  | { kind: 'staff'; staff: string }
  /** GB/T 2260: of a county, of the city (410800), of the province (410000). */
  | { kind: 'group'; county: string }

/** One thing to be said to one ear over one channel; `dedupe` makes it one, whoever queues it and how often. */
export type NewNotice = {
  dedupe: string
  incident: string | null
  checkpoint: string | null
  county: string
  to: NoticeTo
  channel: 'sms' | 'robot' | 'push' | 'webhook'
  step: 'L0' | 'L1' | 'L2' | 'L3' | 'LM' | 'ack' | 'end' | 'green' | 'tracking' | 'case'
  urgent: boolean
  title: string
  text: string
  article: string | null
  /** When set, the text gets a link at which the receiver answers without an account. */
  ackKey: string | null
  /** After this it is moot and dropped. */
  notAfter: Instant | null
}
