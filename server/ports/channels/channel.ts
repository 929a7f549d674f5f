import type { ForGroup } from '../../../shared/notices/markdown.ts'

/**
 * What became of one try. `later`: nothing was sent, and the same may work another time. `never`: refused for good; `line` says
 * that it is the fault of the line (key, signature, money), not of this one notice. `unclear`: it may have arrived.
 * `code` is short and for people who keep the system running; neither it nor `why` holds a number of a person or a secret.
 */
export type Outcome =
  | { kind: 'sent'; id?: string }
  | { kind: 'later'; code: string; why: string; after?: number; pace?: true }
  | { kind: 'never'; code: string; why: string; line?: true }
  | { kind: 'unclear'; code: string; why: string }

/** What the gateway knows of an SMS that was given to it. `none`: it knows nothing of it. */
export type Receipt =
  | { kind: 'delivered' | 'undelivered' | 'waiting'; code: string }
  | { kind: 'none' }
  | { kind: 'no-answer'; code: string; why: string }

export type Sms = { id: string; phone: string; text: string; linkCode: string | null }
export interface SmsGateway {
  send(sms: Sms): Promise<Outcome>
  /** By the id we gave it, on the days (yyyymmdd, Beijing) on which it may have been sent. */
  look(asked: { id: string; phone: string; days: readonly string[] }): Promise<Receipt>
}

/** One message of a group robot; `phones` are called by @. */
export type GroupMessage = { markdown: string; title: string; phones: readonly string[] }
export interface Robot {
  kind: 'dingtalk' | 'wecom'
  county: string
  say(message: GroupMessage): Promise<Outcome>
}

export type PushTo = { endpoint: string; p256dh: string; auth: string }
export type PushMessage = { payload: string; topic: string; urgent: boolean; ttlSeconds: number }
/** Raw keys in base64url: the public one is an uncompressed point, the private one its number. */
export type PushKey = { publicKey: string; privateKey: string }
export interface PushService {
  allows(endpoint: string): boolean
  /** `never` with the code `gone`: that browser does not want it any more. */
  send(to: PushTo, message: PushMessage, key: PushKey): Promise<Outcome>
}

export type WebhookNotice = ForGroup & {
  id: string
  at: string
  incident: string | null
  checkpoint: string | null
  county: string
  step: string
  urgent: boolean
  to: { kind: string; id: string }
}
export interface Webhook {
  send(notice: WebhookNotice): Promise<Outcome>
}

/** The neighbours over which people are told. What is not configured is not there. */
export type Channels = {
  sms?: SmsGateway
  robots: readonly Robot[]
  push?: PushService
  webhook?: Webhook
  /** Whoever calls the receipt and reply addresses must know it; undefined = they are closed. */
  hookSecret?: string
}

export const noChannels: Channels = { robots: [] }
