import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { Door } from '../office/door.tsx'
import { SessionProvider, useSession } from '../office/session.tsx'
import { SignInForm } from '../office/sign-in.tsx'
import { Busy } from '../ui/busy.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useDispatchWords } from './words.ts'

const page = () => import('./board-page.tsx')
const BoardPage = lazy(async () => ({ default: (await page()).BoardPage }))
/** Milliseconds after the door stands. */
const soon = 1000

function AtTheDoor({ children }: { children: ReactNode }) {
  const words = useDispatchWords()
  return (
    <Door title={words.signInTitle} lead={words.signInLead} face={words.face}>
      {children}
    </Door>
  )
}

function Rooms() {
  const words = useDispatchWords()
  const { standing, check } = useSession()
  useEffect(() => {
    document.title = words.title
  }, [words])
  useEffect(() => {
    const timer = setTimeout(() => void page().catch(() => undefined), soon)
    return () => clearTimeout(timer)
  }, [])
  if (standing.kind === 'in')
    return (
      <Suspense fallback={<Busy />}>
        <BoardPage key={standing.staff.id} />
      </Suspense>
    )
  return (
    <AtTheDoor>
      {standing.kind === 'out' && <SignInForm />}
      {standing.kind === 'asking' && <Busy />}
      {standing.kind === 'unknown' && <ErrorNote problem={standing.problem} onRetry={() => void check()} />}
    </AtTheDoor>
  )
}

/** The dispatcher’s face: sign in as in the office, then the board. */
export const Dispatch = () => (
  <SessionProvider>
    <Rooms />
  </SessionProvider>
)
