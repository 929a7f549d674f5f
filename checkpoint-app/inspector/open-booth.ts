import { v7 } from 'uuid'
import { deviceClock } from '../device/clock.ts'
import { enrolmentSecret } from '../device/enrolment-link.ts'
import { openStore } from '../device/idb-store.ts'
import { openPhone, type Phone } from '../device/phone.ts'
import { httpServer } from '../device/server-http.ts'
import { browserTabs } from '../device/tabs.ts'
import type { Store } from '../device/store.ts'
import { keep } from '../ui/kept.ts'
import type { Booth } from './desk-context.tsx'
import { openDesk } from './desk.ts'

const later = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Everything behind the pages, opened once. `enrolment` is told of a binding code scanned while already bound. */
export async function openBooth(enrolment: () => void, store: Promise<Store> = openStore()): Promise<Booth> {
  const phone = await openPhone({
    store: await store,
    clock: deviceClock,
    server: (auth) => httpServer(deviceClock, auth),
    agent: navigator.userAgent,
    random: Math.random,
    later,
    tabs: browserTabs(),
    room: navigator.storage,
  })
  rememberBound(phone)
  addEventListener('online', () => void phone.sync().then(phone.refresh))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void phone.sync().then(phone.refresh)
  })
  addEventListener('beforeunload', (event) => {
    // What the disk did not take lives in this page alone.
    if (phone.state().held.length > 0) event.preventDefault()
  })
  return {
    phone,
    desk: await openDesk({ phone, newId: () => v7(), later, elapsed: () => performance.now(), enrolment }),
  }
}

/** Kept elsewhere than the rest, so that a phone whose database was cleared by its browser can say so. */
function rememberBound({ state, subscribe }: Phone): void {
  let known: string | undefined
  const note = () => {
    const { terminal } = state()
    if (terminal === undefined || terminal.id === known) return
    known = terminal.id
    keep('bound', known)
  }
  note()
  subscribe(note)
}

/** The secret of `/checkpoint/#enrol=…`; taken out of the address at once, so that it is not left in the history. */
export function secretInAddress(): string | undefined {
  const secret = enrolmentSecret(location.href)
  if (secret !== undefined) history.replaceState(null, '', location.pathname + location.search)
  return secret
}
