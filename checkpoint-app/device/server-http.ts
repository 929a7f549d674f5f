import { makeAppeal, tripAppeals } from '../../schema/api/appeals.ts'
import { reportCase } from '../../schema/api/cases.ts'
import { fetchBundle } from '../../schema/api/bundle.ts'
import { uploadInspections } from '../../schema/api/inspections.ts'
import { keepEvidence } from '../../schema/api/leads.ts'
import { listAlerts, markAlertSeen } from '../../schema/api/messages.ts'
import { lookUpNumber } from '../../schema/api/passes.ts'
import { publicKeys } from '../../schema/api/public-keys.ts'
import { addSubscription, pushKey, removeSubscription } from '../../schema/api/push.ts'
import { reportQueue } from '../../schema/api/queue.ts'
import { bindTerminal, lookUpPlate } from '../../schema/api/terminals.ts'
import { shiftBefore, uploadShiftEvents } from '../../schema/api/shifts.ts'
import { registerTrip } from '../../schema/api/trips.ts'
import { call, type ApiProblem, type Called } from '../ui/api.ts'
import type { TrustedClock } from './clock.ts'
import type { Reply, Server, Trouble } from './server.ts'
import type { HeadersFor } from './terminal-auth.ts'

/** A batch over a poor line takes its time; nobody waits for it. */
const uploadPatienceMs = 45_000

/** `auth` is left out before the phone is bound. */
export function httpServer(clock: TrustedClock, auth: HeadersFor = async () => ({})): Server {
  /** A phone clock that was wrong at the first contact is put right by that very answer: once more with the new time. */
  async function asTerminal<T>(ask: () => Promise<Called<T>>): Promise<Reply<T>> {
    const before = clock.offset() ?? 0
    const first = await ask()
    const corrected = Math.abs((clock.offset() ?? 0) - before) > 60_000
    return reply(!first.ok && isShutOut(first.problem) && corrected ? await ask() : first)
  }
  return {
    bind: async (body) => reply(await call(bindTerminal, { body })),
    publicKeys: async () => reply(await call(publicKeys, {})),
    bundle: (body) => asTerminal(() => call(fetchBundle, { body, auth })),
    plate: (plate) => asTerminal(() => call(lookUpPlate, { params: { plate }, auth })),
    number: (number) => asTerminal(() => call(lookUpNumber, { params: { number }, auth })),
    inspections: (items) =>
      asTerminal(() => call(uploadInspections, { body: { items: [...items] }, auth, patienceMs: uploadPatienceMs })),
    alerts: async () => {
      const answer = await asTerminal(() => call(listAlerts, { auth }))
      return answer.ok ? { ok: true, value: answer.value.items } : answer
    },
    alertSeen: (id) => asTerminal(() => call(markAlertSeen, { params: { id }, auth })),
    pushKey: () => asTerminal(() => call(pushKey, { auth })),
    pushAdd: (body) => asTerminal(() => call(addSubscription, { body, auth })),
    pushRemove: (id) => asTerminal(() => call(removeSubscription, { params: { id }, auth })),
    appeals: (id) => asTerminal(() => call(tripAppeals, { params: { id }, auth })),
    appeal: (id, body) => asTerminal(() => call(makeAppeal, { params: { id }, body, auth })),
    register: (body) => asTerminal(() => call(registerTrip, { body, auth })),
    shiftEvents: (items) => asTerminal(() => call(uploadShiftEvents, { body: { items: [...items] }, auth })),
    shiftBefore: () => asTerminal(() => call(shiftBefore, { auth })),
    report: (body) => asTerminal(() => call(reportCase, { body, auth })),
    reportQueue: (body) => asTerminal(() => call(reportQueue, { body, auth })),
    evidence: (body) => asTerminal(() => call(keepEvidence, { body, auth })),
  }
}

const reply = <T>(called: Called<T>): Reply<T> =>
  called.ok ? { ok: true, value: called.value } : { ok: false, trouble: troubleOf(called.problem) }

const isShutOut = (problem: ApiProblem) =>
  problem.kind === 'refused' && (problem.status === 401 || problem.status === 403)

/** An answer that is not ours (a captive portal, a proxy's page) is as good as no network, unless it says when to come back. */
function troubleOf(problem: ApiProblem): Trouble {
  if (problem.kind === 'unreadable' && problem.retryAfterSeconds !== undefined)
    return { kind: 'busy', code: String(problem.status), message: '', retryAfterMs: problem.retryAfterSeconds * 1000 }
  if (problem.kind !== 'refused') return { kind: 'offline', ...(problem.kind === 'slow' && { slow: true }) }
  const { status, code, message, path, retryAfterSeconds: seconds } = problem
  if (status === 413) return { kind: 'too-large' }
  if (status === 426) return { kind: 'outdated', code, message }
  if (isShutOut(problem)) return { kind: 'shut-out', code, message }
  if (status === 408 || status === 429 || status >= 500)
    return {
      kind: 'busy',
      code,
      message,
      ...(seconds !== undefined && { retryAfterMs: seconds * 1000 }),
      ...(status === 500 && { failed: true }),
    }
  return path === undefined ? { kind: 'refused', code, message } : { kind: 'refused', code, message, path }
}
