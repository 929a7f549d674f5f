import { lazy } from 'react'
import { atFirstTouch } from '../ui/at-first-touch.ts'

const screens = {
  code: () => import('./code-card.tsx'),
  register: () => import('./register-screen.tsx'),
  correct: () => import('./correct-screen.tsx'),
  trips: () => import('./trips-screen.tsx'),
  find: () => import('./find-screen.tsx'),
  appeal: () => import('./appeal-screen.tsx'),
  pass: () => import('./pass-screen.tsx'),
  cases: () => import('./cases-screen.tsx'),
}

/** Everything but the first screen of a driver without a trip: kept for offline with the rest, fetched once that stands. */
export const CodeCard = lazy(async () => ({ default: (await screens.code()).CodeCard }))
export const RegisterScreen = lazy(async () => ({ default: (await screens.register()).RegisterScreen }))
export const CorrectScreen = lazy(async () => ({ default: (await screens.correct()).CorrectScreen }))
export const TripsScreen = lazy(async () => ({ default: (await screens.trips()).TripsScreen }))
export const FindScreen = lazy(async () => ({ default: (await screens.find()).FindScreen }))
export const AppealScreen = lazy(async () => ({ default: (await screens.appeal()).AppealScreen }))
export const CasesScreen = lazy(async () => ({ default: (await screens.cases()).CasesScreen }))
export const PassScreen = lazy(async () => ({ default: (await screens.pass()).PassScreen }))

/** A moment in which nothing is drawn or pressed. */
const pause = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => done(), { timeout: 2000 })
    else setTimeout(done, 200)
  })

async function fetchEach() {
  for (const load of Object.values(screens)) {
    await pause()
    // What does not come now comes when it is asked for.
    await load().catch(() => undefined)
  }
}

/** One after the other: a press then finds its screen here, and an update cannot take it away. */
export const fetchLater = (): (() => void) => atFirstTouch(() => void fetchEach())
