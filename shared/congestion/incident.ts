import type { Instant } from '../instant.ts'
import type { Measured, StepId } from './incident-events.ts'

export type Cause = 'report' | 'driver' | 'wait' | 'queue'

/** A step that fired. It stays until the incident ends; nothing takes it back. */
export type Step = {
  readonly step: StepId
  /** When it was due by the clock in force; a late one was due long before it was known. */
  readonly dueAt: Instant
  /** When the server could know it. */
  readonly knownAt: Instant
}

export type Incident = {
  /** What it began with: a driver's report, or the moment at which it was known. The same for whoever folds the same events. */
  readonly origin: string
  readonly startedAt: Instant
  readonly knownAt: Instant
  readonly cause: Cause
  /** null = it runs. */
  readonly endedAt: Instant | null
  readonly endedBy: 'measured' | 'head' | null
  /** It was taken up again so soon that it is the same; its clock went on. */
  readonly restarts: readonly Instant[]
  readonly steps: readonly Step[]
  readonly allOnDutyAt: Instant | null
  /** The green lane was found blocked while it ran. */
  readonly greenAlarms: readonly Instant[]
}

export type Candidate = { readonly id: string; readonly at: Instant; readonly until: Instant }

/** Where a checkpoint stands: the fold over its events. */
export type Standing = {
  readonly incident: Incident | null
  readonly candidate: Candidate | null
  /** What was measured last; null = nobody looks. */
  readonly measured: Measured | null
  /** Since when it has been congested, or clear, without a break that anybody saw. */
  readonly busySince: Instant | null
  readonly clearSince: Instant | null
  /** Until when a person's word keeps the incident open. */
  readonly heldUntil: Instant | null
  readonly green: { readonly state: 'blocked' | 'free'; readonly at: Instant } | null
}

export const nothingYet: Standing = {
  incident: null,
  candidate: null,
  measured: null,
  busySince: null,
  clearSince: null,
  heldUntil: null,
  green: null,
}

export const isRunning = (incident: Incident | null): incident is Incident & { endedAt: null } =>
  incident !== null && incident.endedAt === null
export const hasFired = (incident: Incident, step: StepId): boolean => incident.steps.some((one) => one.step === step)

/** Nothing is raised and nothing ends by what is not seen. */
export const isBlind = ({ measured }: Standing): boolean => measured === null || measured.lostSince !== null

export const highestStep = ({ steps }: Incident): StepId | null =>
  (['L3', 'L2', 'L1', 'L0'] as const).find((step) => steps.some((one) => one.step === step)) ?? null
