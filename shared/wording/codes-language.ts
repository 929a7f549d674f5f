/** What each language must be able to say of a code. A sentence that is missing in one of them does not compile. */
import type { DueAction } from '../codes/timers.ts'
import type { ActorRole, ClearingWay, CodeGround, Reason, Way } from '../codes/reasons.ts'
import type { Refusal } from '../codes/openings.ts'

/** Numbers of the law in the sentences, hours and minutes. */
export type CodeNumbers = {
  readonly validityHours: number
  readonly minGapHours: number
  readonly maxGapHours: number
  readonly appealMinutes: number
}

export type CodeWording = {
  readonly title: { readonly [R in Reason]: string }
  readonly next: { readonly [R in Reason]: string }
  readonly proposed: { readonly title: string; readonly next: string }
  readonly ground: { readonly [G in CodeGround]: (numbers: CodeNumbers) => string }
  readonly reason: (ground: string) => string
  /** `by` = 05-17 14:00, undefined where a new negative is needed first. */
  readonly leave: (by: string | undefined, numbers: CodeNumbers) => string
  readonly twoTests: (numbers: CodeNumbers) => string
  readonly oneMore: (from: string, until: string) => string
  readonly clears: { readonly [W in ClearingWay]: string }
  readonly closed: { readonly [W in Way]: { readonly title: string; readonly line: (at: string) => string } }
  readonly since: (at: string) => string
  readonly unit: { readonly [R in ActorRole]: string }
  readonly left: (hours: number, minutes: number) => string
  readonly countdown: {
    readonly leave: (left: string) => string
    readonly sampleFrom: (left: string) => string
    readonly sampleUntil: (left: string) => string
  }
  readonly appeal: { readonly label: string; readonly line: (numbers: CodeNumbers) => string }
  readonly action: { readonly [A in DueAction]: string }
  readonly refusal: { readonly [R in Refusal]: string }
}
