import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Busy } from '../ui/busy.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { atFirstTouch } from '../ui/at-first-touch.ts'
import { Door } from './door.tsx'
import { SessionProvider, useSession } from './session.tsx'
import { SetUpPage } from './set-up.tsx'
import { SignInPage } from './sign-in.tsx'
import { useOfficeWords } from './words.ts'

const shell = () => import('./shell.tsx')
/** Whoever is not signed in needs a form and no ledgers; they come while the name is typed. */
const Shell = lazy(async () => ({ default: (await shell()).Shell }))
function AtTheDoor() {
  // What does not come now comes when somebody has signed in.
  useEffect(() => atFirstTouch(() => void shell().catch(() => undefined)), [])
  return <SignInPage />
}

function Waiting({ children }: { children: ReactNode }) {
  const { signIn } = useOfficeWords()
  return (
    <Door title={signIn.title} lead={signIn.lead}>
      {children}
    </Door>
  )
}

function Rooms({ token }: { token?: string }) {
  const words = useOfficeWords()
  const { standing, check } = useSession()
  const [settingUp, setSettingUp] = useState(token)
  useEffect(() => {
    document.title = words.title
  }, [words])
  if (settingUp) return <SetUpPage token={settingUp} onLeave={() => setSettingUp(undefined)} />
  if (standing.kind === 'out') return <AtTheDoor />
  if (standing.kind === 'in')
    return (
      <Suspense fallback={<Busy />}>
        <Shell key={standing.staff.id} />
      </Suspense>
    )
  return (
    <Waiting>
      {standing.kind === 'unknown' ? <ErrorNote problem={standing.problem} onRetry={() => void check()} /> : <Busy />}
    </Waiting>
  )
}

/** The office: set up, sign in, then the ledgers. */
export const Office = ({ token }: { token?: string }) => (
  <SessionProvider>
    <Rooms {...(token ? { token } : {})} />
  </SessionProvider>
)
