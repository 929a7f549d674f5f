import type { AnswerOf, BodyOf } from '../../schema/api/endpoint.ts'
import type { makeAppeal, tripAppeals } from '../../schema/api/appeals.ts'
import type { reportCase } from '../../schema/api/cases.ts'
import type { fetchBundle } from '../../schema/api/bundle.ts'
import type { uploadInspections } from '../../schema/api/inspections.ts'
import type { keepEvidence } from '../../schema/api/leads.ts'
import type { listAlerts } from '../../schema/api/messages.ts'
import type { lookUpNumber } from '../../schema/api/passes.ts'
import type { addSubscription } from '../../schema/api/push.ts'
import type { reportQueue } from '../../schema/api/queue.ts'
import type { bindTerminal, lookUpPlate } from '../../schema/api/terminals.ts'
import type { shiftBefore, uploadShiftEvents } from '../../schema/api/shifts.ts'
import type { registerTrip } from '../../schema/api/trips.ts'

/** Why a call gave no answer, as far as this phone acts on it. */
export type Trouble =
  | { readonly kind: 'offline'; readonly slow?: true } // no network, or no answer in time (`slow`)
  /** The server cannot just now; `retryAfterMs`: and says when to come back; `failed`: it broke over what was asked (500). */
  | {
      readonly kind: 'busy'
      readonly code: string
      readonly message: string
      readonly retryAfterMs?: number
      readonly failed?: true
    }
  | { readonly kind: 'outdated'; readonly code: string; readonly message: string } // the server does not serve an app so old
  | { readonly kind: 'shut-out'; readonly code: string; readonly message: string } // this phone is not (or no longer) bound
  | { readonly kind: 'too-large' }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly path?: string }

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble }

export type UploadAnswer = AnswerOf<typeof uploadInspections>
export type BindForm = BodyOf<typeof bindTerminal>
export type BindAnswer = AnswerOf<typeof bindTerminal>
export type BundleHave = BodyOf<typeof fetchBundle>
export type BundleAnswer = AnswerOf<typeof fetchBundle>
export type PlateView = AnswerOf<typeof lookUpPlate>
export type NumberView = AnswerOf<typeof lookUpNumber>
export type Alert = AnswerOf<typeof listAlerts>['items'][number]
export type TripAppeals = AnswerOf<typeof tripAppeals>
export type AppealForm = BodyOf<typeof makeAppeal>
export type AppealAnswer = AnswerOf<typeof makeAppeal>
export type EvidenceForm = BodyOf<typeof keepEvidence>
export type ReportForm = BodyOf<typeof reportCase>
export type ReportAnswer = AnswerOf<typeof reportCase>
export type PushForm = BodyOf<typeof addSubscription>
export type QueueReportForm = BodyOf<typeof reportQueue>
export type QueueReportAnswer = AnswerOf<typeof reportQueue>
export type ShiftAnswer = AnswerOf<typeof uploadShiftEvents>
export type ShiftNews = AnswerOf<typeof shiftBefore>
export type TripForm = BodyOf<typeof registerTrip>

/** The server as this phone sees it; never throws. */
export interface Server {
  bind(form: BindForm): Promise<Reply<BindAnswer>>
  /** Only asked when the phone is bound: the first keys come over TLS, later ones in bundles signed by these. */
  publicKeys(): Promise<Reply<unknown>>
  bundle(have: BundleHave): Promise<Reply<BundleAnswer>>
  plate(plate: string): Promise<Reply<PlateView>>
  /** Twelve digits typed: the same tokens as the codes hold. */
  number(number: string): Promise<Reply<NumberView>>
  inspections(items: readonly string[]): Promise<Reply<UploadAnswer>>
  register(form: TripForm): Promise<Reply<unknown>>
  /** A photograph of a credential in doubt, after its inspection. */
  evidence(form: EvidenceForm): Promise<Reply<unknown>>
  /** To 12328, for whoever stands at the booth. */
  report(form: ReportForm): Promise<Reply<ReportAnswer>>
  /** 拥堵上报. */
  reportQueue(form: QueueReportForm): Promise<Reply<QueueReportAnswer>>
  /** Signed events of shifts. */
  shiftEvents(items: readonly string[]): Promise<Reply<ShiftAnswer>>
  shiftBefore(): Promise<Reply<ShiftNews>>
  /** Being woken while this page is closed; `null` = not switched on. */
  pushKey(): Promise<Reply<{ key: string | null }>>
  pushAdd(form: PushForm): Promise<Reply<{ id: string }>>
  pushRemove(id: string): Promise<Reply<unknown>>
  alerts(): Promise<Reply<readonly Alert[]>>
  alertSeen(id: string): Promise<Reply<unknown>>
  /** The green lane for a driver without a phone. */
  appeals(trip: string): Promise<Reply<TripAppeals>>
  appeal(trip: string, body: AppealForm): Promise<Reply<AppealAnswer>>
}
