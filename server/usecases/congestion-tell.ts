import type { Call } from '../../shared/congestion/calls.ts'
import { takesAnswer } from '../../shared/congestion/calls.ts'
import { minute, plus, type Instant } from '../../shared/instant.ts'
import { limitsOf, stepName } from '../../shared/wording/congestion-steps.ts'
import { articleOfStep, wordsOfCall } from '../../shared/wording/congestion.ts'
import type { Situation } from '../../shared/wording/congestion.ts'
import type { Deps } from '../deps.ts'
import type { NewNotice, NoticeTo } from '../ports/notice.ts'
import type { CheckpointRow } from '../store/checkpoints.ts'
import type { Write } from '../store/db.ts'
import { addCall } from '../store/incidents.ts'
import { dutyById } from '../store/roster.ts'
import { newId, newSecret } from './new-id.ts'
import { areasOf } from './congestion-roster.ts'
import { noticeWrites } from './notices.ts'
import { tell } from './tell.ts'
import type { Ear } from './tell.ts'

export type About = { incident: string; place: CheckpointRow; situation: Situation; now: Instant; late: boolean }

/** One call as rows: the call itself, what stands on screens, and the notice that leaves. All in the commit of what caused it. */
export async function writesOfCall(deps: Deps, call: Call, about: About): Promise<Write[]> {
  const { incident, place, situation, now, late } = about
  const words = wordsOfCall(call, { ...situation, late })
  const ackKey = takesAnswer(call) && call.channel !== 'phone' ? newSecret(deps) : null
  const row = {
    id: newId(deps),
    incident_id: incident,
    checkpoint_id: place.id,
    key: call.key,
    step: call.step,
    purpose: call.purpose,
    channel: call.channel,
    ear: JSON.stringify(call.ear),
    person_id: call.ear.kind === 'person' ? call.ear.person.id : null,
    at: now,
    due_at: call.dueAt,
    late: late ? 1 : 0,
    about: call.about,
    ack_key: ackKey,
    ...words,
  } as const
  const notice = await noticeOf(deps, call, { ...about, text: words.zh, ackKey })
  const leaving = notice === undefined ? [] : await (deps.notices?.(now, notice) ?? noticeWrites(deps, now, notice))
  return [addCall(row), ...onScreens(deps, call, { ...about, words }), ...leaving]
}

/** A screen shows no name of a person; what is for one person goes to him alone. */
function onScreens(
  deps: Deps,
  call: Call,
  { incident, place, words }: About & { words: { zh: string; en: string } },
): readonly Write[] {
  const ears = screensFor(call, place)
  if (ears.length === 0) return []
  const nth = /\/(\d+)$/.exec(call.key)?.[1]
  const kind = ['congestion', call.step ?? 'all', call.purpose, ...(nth === undefined ? [] : [nth])]
    .join('-')
    .toLowerCase()
  const news = {
    kind,
    about: incident,
    area: place.county,
    words,
    urgent: call.purpose !== 'update' && call.purpose !== 'restart',
  }
  return tell(deps, call.step === null ? news : { ...news, article: articleOfStep[call.step] }, ears)
}

function screensFor({ ear, channel, step, purpose }: Call, place: CheckpointRow): Ear[] {
  if (channel !== 'screen') return []
  if (ear.kind === 'booth') return [{ audience: 'checkpoint', ref: place.id, channel: 'screen' }]
  const desk: Ear = { audience: 'dispatcher', ref: null, channel: 'screen' }
  const grave = (step === 'L3' || step === 'LM') && purpose === 'inform'
  return grave ? [desk, { audience: 'command', ref: null, channel: 'screen' }] : [desk]
}

const noticeSteps = {
  deputy: 'ack',
  reminder: 'ack',
  empty: 'ack',
  telephone: 'ack',
  end: 'end',
  restart: 'end',
  green: 'green',
} as const
const stepOfNotice = ({ purpose, step }: Call): NewNotice['step'] => {
  if (purpose === 'summons' || purpose === 'inform' || purpose === 'update') return step ?? 'end'
  return noticeSteps[purpose]
}

async function noticeOf(
  deps: Deps,
  call: Call,
  { incident, place, situation, now, text, ackKey }: About & { text: string; ackKey: string | null },
): Promise<NewNotice | undefined> {
  const { channel, step, purpose } = call
  if (channel === 'screen' || channel === 'phone') return undefined
  const to = await receiverOf(deps, call, place)
  if (to === undefined) return undefined
  return {
    dedupe: `${incident}/${call.key}`,
    incident,
    checkpoint: place.id,
    county: place.county,
    to,
    channel,
    step: stepOfNotice(call),
    urgent: step === 'L3' || step === 'LM' || purpose === 'green',
    title: step === null ? place.name : `${stepName(step, limitsOf(situation.numbers)).zh} ${place.name}`,
    text,
    article: step === null ? null : articleOfStep[step],
    ackKey,
    notAfter: purpose === 'update' ? plus(now, 10 * minute) : null,
  }
}

async function receiverOf(deps: Deps, { ear }: Call, place: CheckpointRow): Promise<NoticeTo | undefined> {
  if (ear.kind === 'group') {
    const [county = place.county, city = county, province = city] = areasOf(place.county)
    return { kind: 'group', county: { county, city, province }[ear.area] }
  }
  if (ear.kind !== 'person') return undefined
  const { id, via, name } = ear.person
  if (via === 'staff') return { kind: 'staff', staff: id }
  const [row] = await deps.db.all(dutyById(id))
  return row && { kind: 'person', duty: id, name, phone: await deps.vault.open('duty-phone', row.phone_sealed) }
}
