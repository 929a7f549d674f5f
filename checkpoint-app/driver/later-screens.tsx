import { lazy } from 'react'

const screens = {
  register: () => import('./register-screen.tsx'),
  correct: () => import('./correct-screen.tsx'),
  trips: () => import('./trips-screen.tsx'),
  find: () => import('./find-screen.tsx'),
  appeal: () => import('./appeal-screen.tsx'),
  pass: () => import('./pass-screen.tsx'),
}

/** Everything but the code itself: kept for offline with the rest, fetched once the code stands. */
export const RegisterScreen = lazy(async () => ({ default: (await screens.register()).RegisterScreen }))
export const CorrectScreen = lazy(async () => ({ default: (await screens.correct()).CorrectScreen }))
export const TripsScreen = lazy(async () => ({ default: (await screens.trips()).TripsScreen }))
export const FindScreen = lazy(async () => ({ default: (await screens.find()).FindScreen }))
export const AppealScreen = lazy(async () => ({ default: (await screens.appeal()).AppealScreen }))
export const PassScreen = lazy(async () => ({ default: (await screens.pass()).PassScreen }))

/** Milliseconds after the page stands: a press then finds its screen here, and an update cannot take it away. */
const soon = 500

export function fetchLater(): void {
  setTimeout(() => {
    // What does not come now comes when it is asked for.
    for (const load of Object.values(screens)) load().catch(() => undefined)
  }, soon)
}
