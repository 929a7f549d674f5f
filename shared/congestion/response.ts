import { instant, minute, plus, type Instant } from '../instant.ts'
import { hasPromised, stateOf, type Call, type Made } from './calls.ts'
import { call, firstCalls, ofRole, summonedBy, toPerson } from './first-calls.ts'
import type { Incident, Step } from './incident.ts'
import { isRunning } from './incident.ts'
import type { CongestionNumbers } from './numbers.ts'
import { askedWhether, holds, lapsesAt } from './promise.ts'
import type { Person } from './roster.ts'

export type Asked = {
  readonly incident: Incident
  /** Who can be called now; who was called is in `made`. */
  readonly roster: readonly Person[]
  readonly made: readonly Made[]
  readonly numbers: CongestionNumbers
  readonly now: Instant
}

/** What is to be done now, and when something more will be if nobody does anything. */
export type Due = { readonly calls: readonly Call[]; readonly next: Instant | null }

/**
 * Who is to be called now. What was made is never made again, so it may be asked as often as one likes. A step whose person does
 * not answer goes on to the next one and never up to the next step; after the end only the end is told.
 */
export function responseDue(asked: Asked): Due {
  const wanted = isRunning(asked.incident) ? running(asked) : ended(asked)
  const made = new Set(asked.made.map(({ key }) => key))
  const open = [...new Map(wanted.map((one) => [one.key, one])).values()].filter(({ key }) => !made.has(key))
  const later = open.filter(({ dueAt }) => dueAt > asked.now).map(({ dueAt }) => dueAt)
  return {
    calls: open.filter(({ dueAt }) => dueAt <= asked.now),
    next: later.length === 0 ? null : instant(Math.min(...later)),
  }
}

const running = (asked: Asked): Call[] => [
  ...firstCalls(asked.incident, asked.roster),
  ...asked.incident.steps.flatMap((step) => chainOf(step, asked)),
  ...reminders(asked),
  ...updates(asked),
  ...greenAlarms(asked),
  ...restarts(asked),
]

/** From when on somebody else is to be called: he said that he cannot, said nothing, or what he promised is over. */
const unanswered = (one: Made, asked: Asked): Instant =>
  lapsesAt(one, asked) ??
  one.answers.find(({ answer }) => answer === 'cannot')?.at ??
  plus(one.at, asked.numbers.congestionAnswerWithin * minute)

function chainOf(step: Step, asked: Asked): Call[] {
  const roles = summonedBy(step.step)
  if (roles.length === 0) return []
  const { made, roster } = asked
  const summoned = made.filter((one) => one.step === step.step && one.purpose === 'summons')
  const named = roles.some((role) => ofRole(roster, role).length > 0)
  if (summoned.length === 0) return named ? [] : empty(step, asked)
  if (step.step === 'L1') return deputies(step, summoned, asked)
  if (step.step === 'L2') return headInstead(step, summoned, asked)
  return summoned.flatMap((one) => deskInstead(step, one, asked))
}

/** Nobody is named: the duty desk of the county learns of it at once, and who comes next is called without waiting. */
function empty(step: Step, asked: Asked): Call[] {
  const { step: id } = step
  const at = instant(Math.max(step.dueAt, step.knownAt))
  const told = ofRole(asked.roster, 'county-desk').map((person) => toPerson(id, 'empty', person, at))
  const desk = call({ step: id, purpose: 'empty', ear: { kind: 'desk' }, channel: 'screen' }, at)
  if (id !== 'L1') return [...told, desk, ...nobodyLeft(step, at)]
  const isBegun = asked.made.some((one) => one.step === id && one.purpose === 'deputy')
  return [...told, desk, ...(isBegun ? deputies(step, [], asked) : nextDeputy(step, [], { ...asked, from: at }))]
}

/** 5分钟未回复，已转×××并电话通知: the leader by telephone, and the cadres in their order, then the county's desk, then 12328. */
function deputies(step: Step, summoned: readonly Made[], asked: Asked): Call[] {
  const { made } = asked
  const stepped = made.filter((one) => one.step === step.step && one.purpose === 'deputy')
  const chain = [...summoned, ...stepped].toSorted((a, b) => a.at - b.at)
  if (chain.some((one) => holds(one, asked))) return []
  const dials = chain.filter((one) => stateOf(one) !== 'cannot').map((one) => telephone(one, asked))
  const from = instant(Math.max(...chain.map((one) => unanswered(one, asked))))
  return [...dials, ...nextDeputy(step, stepped, { ...asked, from })]
}

function nextDeputy(step: Step, stepped: readonly Made[], asked: Asked & { from: Instant }): Call[] {
  const line = [...ofRole(asked.roster, 'cadre'), ...ofRole(asked.roster, 'county-desk')]
  const called = new Set(stepped.flatMap(({ ear }) => (ear.kind === 'person' ? ear.person.id : [])))
  const next = line.find(({ id }) => !called.has(id))
  if (next !== undefined) return [toPerson(step.step, 'deputy', next, asked.from)]
  return nobodyLeft(step, asked.from)
}

const nobodyLeft = ({ step }: Step, at: Instant): Call[] => [
  call({ step, purpose: 'telephone', ear: { kind: 'nobody' }, channel: 'phone' }, at),
]

/** The second channel 二次通知: 12328 dials; at once where the first could not carry it. */
function telephone(made: Made, asked: Asked): Call {
  const named = { step: made.step, purpose: 'telephone', ear: made.ear, channel: 'phone' } as const
  const lapsed = lapsesAt(made, asked)
  // He may have been dialled for his first answer already.
  if (lapsed !== null) return { ...call({ ...named, nth: `lapsed-${lapsed}` }, lapsed, made.key), lapsed: true }
  if (made.unsent === true) return { ...call(named, made.at, made.key), unsent: true }
  return call(named, plus(made.at, asked.numbers.congestionAnswerWithin * minute), made.key)
}

/** Each on shift answers for himself; for those who do not, their head is called, once. */
function headInstead(step: Step, summoned: readonly Made[], asked: Asked): Call[] {
  const silent = summoned.filter((one) => !hasPromised(stateOf(one)))
  if (silent.length === 0 || asked.incident.allOnDutyAt !== null) return []
  const at = instant(Math.min(...silent.map((one) => unanswered(one, asked))))
  const [head] = asked.roster.filter(({ role, via }) => role === 'head' && via === 'duty')
  if (head === undefined) return nobodyLeft(step, at)
  const ear = { kind: 'person', person: head } as const
  return [call({ step: step.step, purpose: 'telephone', ear, channel: 'phone' }, at)]
}

/** A principal leader who does not answer is telephoned, and the county's desk told; then 12328 alone is left. */
function deskInstead(step: Step, one: Made, asked: Asked): Call[] {
  const { made, roster } = asked
  if (holds(one, asked)) return []
  const at = unanswered(one, asked)
  const dial = stateOf(one) === 'cannot' ? [] : [telephone(one, asked)]
  const desks = ofRole(roster, 'county-desk').map((person) => toPerson(step.step, 'deputy', person, at))
  const asks = made.filter((each) => each.step === step.step && each.purpose === 'deputy')
  if (asks.some((each) => holds(each, asked))) return dial
  if (desks.length === 0) return [...dial, ...nobodyLeft(step, at)]
  const silentFrom = asks.length === 0 ? [] : [Math.max(at, ...asks.map((each) => unanswered(each, asked)))]
  return [...dial, ...desks, ...silentFrom.flatMap((from) => nobodyLeft(step, instant(from)))]
}

/** 「是否已到场」: once for each time that he said he would come. */
const reminders = (asked: Asked): Call[] =>
  asked.made.flatMap((one) => {
    const when = askedWhether(one, asked)
    if (when === null) return []
    const again = when.nth === 0 ? {} : { nth: when.nth }
    return [
      call({ step: one.step, purpose: 'reminder', ear: one.ear, channel: one.channel, ...again }, when.at, one.key),
    ]
  })

/**
 * Every ten minutes while it is monitored; of those that were missed only the newest is told. Counted on from the last one, so that
 * another interval holds from then on and nothing is told twice.
 */
function updates({ incident, made, numbers, now }: Asked): Call[] {
  const step = incident.steps.find((one) => one.step === 'LM')
  if (step === undefined) return []
  const first = made.find((one) => one.step === 'LM')?.at ?? instant(Math.max(step.dueAt, step.knownAt))
  const told = made.filter((one) => one.purpose === 'update')
  const from = told.reduce((last, { dueAt }) => (dueAt > last ? dueAt : last), first)
  const count = told.reduce((most, { key }) => Math.max(most, Number(key.slice(key.lastIndexOf('/') + 1))), 0)
  const every = numbers.congestionUpdateEvery * minute
  const passed = Math.max(Math.floor((now - from) / every), 1)
  return [passed, passed + 1].flatMap((more) => {
    const nth = count + more
    const at = plus(from, more * every)
    const rooms = (['city', 'province'] as const).map((area) =>
      call({ step: 'LM', purpose: 'update', ear: { kind: 'group', area }, channel: 'robot', nth }, at),
    )
    return [...rooms, call({ step: 'LM', purpose: 'update', ear: { kind: 'desk' }, channel: 'screen', nth }, at)]
  })
}

const greenAlarms = ({ incident, roster }: Asked): Call[] =>
  incident.greenAlarms.flatMap((at, nth) => {
    const named = { step: null, purpose: 'green', nth } as const
    const people = [...ofRole(roster, 'head'), ...ofRole(roster, 'leader')]
    return [
      ...people.map((person) =>
        call({ ...named, ear: { kind: 'person', person }, channel: person.via === 'staff' ? 'push' : 'sms' }, at),
      ),
      call({ ...named, ear: { kind: 'desk' }, channel: 'screen' }, at),
      call({ ...named, ear: { kind: 'booth' }, channel: 'screen' }, at),
    ]
  })

const restarts = ({ incident }: Asked): Call[] =>
  incident.restarts.map((at, nth) =>
    call({ step: null, purpose: 'restart', ear: { kind: 'desk' }, channel: 'screen', nth }, at),
  )

/** The all-clear goes to everybody who was told, by the way he was told, once for each time it ended. */
function ended({ incident, made }: Asked): Call[] {
  const at = incident.endedAt
  if (at === null) return []
  const nth = incident.restarts.length
  return made
    .filter(({ purpose, channel }) => channel !== 'phone' && purpose !== 'end')
    .map(({ ear, channel }) => call({ step: null, purpose: 'end', ear, channel, nth }, at))
}
