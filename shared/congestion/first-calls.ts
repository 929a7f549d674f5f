import type { Instant } from '../instant.ts'
import type { Call, Channel, Ear, Purpose } from './calls.ts'
import { hasFired, type Incident, type Step } from './incident.ts'
import type { StepId } from './incident-events.ts'
import { inRank, type CalledRole, type Person } from './roster.ts'

/** Who is to be told of a step at once, and how (decision table §4). A step that only the length brought about informs, it does not summon. */
const told: Readonly<Record<StepId, readonly (readonly [Purpose, readonly CalledRole[]])[]>> = {
  L0: [['inform', ['head', 'on-shift']]],
  L1: [
    ['summons', ['leader']],
    ['inform', ['cadre', 'head']],
  ],
  L2: [
    ['summons', ['on-shift']],
    ['inform', ['leader', 'cadre', 'head']],
  ],
  L3: [
    ['summons', ['party-principal', 'government-principal']],
    ['inform', ['logistics-office']],
  ],
  LM: [['inform', ['city-desk', 'province-desk', 'liaison']]],
}
const lengthOnly: readonly CalledRole[] = ['party-principal', 'government-principal']
const groups: Readonly<Record<StepId, readonly ('county' | 'city' | 'province')[]>> = {
  L0: [],
  L1: ['county'],
  L2: [],
  L3: ['county'],
  LM: ['city', 'province'],
}

/** By what kind of ear: staff have the app, people of the roster a telephone. */
const channelOf = ({ via }: Person): Channel => (via === 'staff' ? 'push' : 'sms')

export const earName = (ear: Ear): string =>
  ear.kind === 'person' ? `${ear.person.via}:${ear.person.id}` : ear.kind === 'group' ? ear.area : ear.kind

type Named = Pick<Call, 'purpose' | 'ear' | 'channel'> & { step: StepId | null; nth?: number | string }
export const keyOf = ({ step, purpose, ear, channel, nth }: Named): string =>
  [step ?? 'all', purpose, earName(ear), channel, ...(nth === undefined ? [] : [nth])].join('/')

export function call(named: Named, dueAt: Instant, about: string | null = null): Call {
  const { step, purpose, ear, channel } = named
  return { key: keyOf(named), step, purpose, ear, channel, dueAt, about }
}

export const toPerson = (step: StepId, purpose: Purpose, person: Person, dueAt: Instant): Call =>
  call({ step, purpose, ear: { kind: 'person', person }, channel: channelOf(person) }, dueAt)

export const ofRole = (roster: readonly Person[], role: CalledRole): Person[] =>
  roster.filter((person) => person.role === role).toSorted(inRank)

/** Whom each step that fired calls by itself, without anybody having failed to answer. */
export function firstCalls(incident: Incident, roster: readonly Person[]): Call[] {
  return incident.steps.flatMap((step) => callsOfStep(step, incident, roster))
}

function callsOfStep({ step, dueAt }: Step, incident: Incident, roster: readonly Person[]): Call[] {
  const people = told[step].flatMap(([purpose, roles]) =>
    roles.flatMap((role) => ofRole(roster, role).map((person) => toPerson(step, purpose, person, dueAt))),
  )
  const principals =
    step === 'LM' && !hasFired(incident, 'L3')
      ? lengthOnly.flatMap((role) => ofRole(roster, role).map((person) => toPerson(step, 'inform', person, dueAt)))
      : []
  const rooms = groups[step].map((area) =>
    call({ step, purpose: 'inform', ear: { kind: 'group', area }, channel: 'robot' }, dueAt),
  )
  const desk = call({ step, purpose: 'inform', ear: { kind: 'desk' }, channel: 'screen' }, dueAt)
  const booth = call({ step, purpose: 'inform', ear: { kind: 'booth' }, channel: 'screen' }, dueAt)
  const atBooth = step === 'L0' || step === 'L2'
  return [...people, ...principals, ...rooms, ...(step === 'L0' ? [] : [desk]), ...(atBooth ? [booth] : [])]
}

/** Those a step summons; without them it is empty. */
export const summonedBy = (step: StepId): readonly CalledRole[] =>
  told[step].flatMap(([purpose, roles]) => (purpose === 'summons' ? roles : []))
