import { useEffect, useState } from 'react'
import { Busy } from '../ui/busy.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Door } from './door.tsx'
import { SessionProvider, useSession } from './session.tsx'
import { SetUpPage } from './set-up.tsx'
import { Shell } from './shell.tsx'
import { SignInPage } from './sign-in.tsx'
import { useOfficeWords } from './words.ts'

function Rooms({ token }: { token?: string }) {
  const words = useOfficeWords()
  const { standing, check } = useSession()
  const [settingUp, setSettingUp] = useState(token)
  useEffect(() => {
    document.title = words.title
  }, [words])
  if (settingUp) return <SetUpPage token={settingUp} onLeave={() => setSettingUp(undefined)} />
  if (standing.kind === 'in') return <Shell key={standing.staff.id} />
  if (standing.kind === 'out') return <SignInPage />
  return (
    <Door title={words.signIn.title} lead={words.signIn.lead}>
      {standing.kind === 'unknown' ? <ErrorNote problem={standing.problem} onRetry={() => void check()} /> : <Busy />}
    </Door>
  )
}

/** The office: set up, sign in, then the ledgers. */
export const Office = ({ token }: { token?: string }) => (
  <SessionProvider>
    <Rooms {...(token ? { token } : {})} />
  </SessionProvider>
)
