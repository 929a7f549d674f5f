import type { Page } from 'playwright-core'
import type { PersonAnswers } from '../../../checkpoint-app/device/known-here.ts'
import type { PlateView } from '../../../checkpoint-app/device/server.ts'
import { listsKey, newSession, type Session } from '../../../checkpoint-app/inspector/truck-session.ts'
import { hour, instant, plus, type Instant } from '../../../shared/instant.ts'
import type { Row } from '../../../shared/policy/verdict.ts'

type Known = Partial<Session['known']>

const inOrder = (now: Instant): PersonAnswers => ({
  temperatures: [36.5],
  nucleicAcid: { result: 'negative', reportedAt: plus(now, -6 * hour) },
  healthCode: 'green',
  travelCard: 'green',
  riskStay: false,
})
const fromOutside = { scopeSaid: 'cross-province', registeredSaid: true, freight: null } as const
const shows = (now: Instant, changes: PersonAnswers = {}): Known => ({
  ...fromOutside,
  crew: [{ key: 0, role: 'driver', mark: { surname: '', idTail: '' }, answers: { ...inOrder(now), ...changes } }],
})
const green = (scope: 'in-province' | 'cross-province', plate: string): PlateView => ({
  plate,
  trip: {
    id: '0190a6b0-0000-7000-8000-000000000001',
    number: '482109371165',
    scope,
    throughTrain: false,
    cargo: '99',
    from: '320500',
    to: '410823',
    riskStayDeclared: null,
    code: { state: 'green', why: null },
  },
  crew: [],
  pass: null,
  priorRelease: null,
  healthData: 'fresh',
})
const untested = { nucleicAcid: null }

/** What is known of a truck for each row of the table to be what the law says of it. */
const leadsTo = (now: Instant, plate: string): Record<Row, Known> => ({
  V0: { notFreight: true },
  V1: shows(now, { ...untested, antigen: 'positive' }),
  V2: shows(now, { temperatures: [37.5, 37.6] }),
  V3: shows(now, { healthCode: 'red' }),
  V4: {
    ...shows(now),
    prior: { at: plus(now, -hour), checkpoint: 'JZ-G02', checkpointName: '武陟站', crew: [] },
    sameCrewSaid: true,
  },
  V5: { online: green('in-province', plate) },
  V6: { scopeSaid: 'in-province', freight: null },
  V7: { scopeSaid: 'cross-province', registeredSaid: false },
  V8: { ...shows(now, {}), online: green('cross-province', plate) },
  V9: fromOutside,
  V10: shows(now),
  V11: shows(now, untested),
  V12: shows(now, { ...untested, antigen: 'negative' }),
  V13: shows(now, { healthCode: 'yellow' }),
  V14: shows(now, { healthCode: 'yellow', ...untested, antigen: 'negative' }),
  V15: shows(now, { ...untested, refuses: true }),
  ASK: { scopeSaid: 'cross-province' },
})

export const plateOf = (row: Row): string => `豫HX00${row === 'ASK' ? '99' : row.slice(1).padStart(2, '0')}`

/** A truck of the bay that is this row as soon as somebody goes there. */
export function waitingFor(row: Row, at = Date.now()): Session {
  const now = instant(at)
  const plate = plateOf(row)
  const fresh = newSession(crypto.randomUUID(), now)
  const session: Session = {
    ...fresh,
    plate: { text: plate, by: 'typed' },
    lookup: 'done',
    known: { ...fresh.known, ...leadsTo(now, plate)[row] },
  }
  return { ...session, listsFor: listsKey(session) }
}

/** Puts trucks into the bay as the disk keeps them, and opens the page anew. */
export async function fillBay(page: Page, sessions: readonly Session[]): Promise<void> {
  await page.evaluate(
    (parked) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('changxing-checkpoint')
        opening.addEventListener('error', () => failed(new Error('the disk cannot be opened')))
        opening.addEventListener('success', () => {
          const tx = opening.result.transaction('slots', 'readwrite')
          tx.objectStore('slots').put({ parked }, 'parked')
          tx.addEventListener('complete', () => {
            opening.result.close()
            done()
          })
        })
      }),
    sessions,
  )
  await page.reload()
  await page.locator('.parked li').first().waitFor()
}

/** Goes to the truck that stands for this row. */
export async function goTo(page: Page, row: Row): Promise<void> {
  const plate = plateOf(row)
  const shown = `${plate.slice(0, 2)}·${plate.slice(2)}`
  await page.locator('.parked li').filter({ hasText: shown }).getByRole('button').first().click()
}
