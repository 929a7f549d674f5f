import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { listenForGun } from '../device/wedge.ts'
import type { Phone } from '../device/phone.ts'
import type { Store, Terminal } from '../device/store.ts'
import { DemoLine } from '../ui/lines.tsx'
import { useToast } from '../ui/toast.tsx'
import { AlertAtHand, AlertStrip } from './alert-banner.tsx'
import { BindNote, type NotBound } from './bind-note.tsx'
import { CheckpointCode } from './checkpoint-code.tsx'
import { useBooth, useDesk, type Booth } from './desk-context.tsx'
import { ElsewhereNote } from './elsewhere-note.tsx'
import { keepFocus } from './focus-keeper.ts'
import { MenuSheet } from './menu-sheet.tsx'
import type { Step } from './next-step.ts'
import { NumberButton } from './number-entry.tsx'
import { openBooth, secretInAddress } from './open-booth.ts'
import { PlateMatch, PlateScreen } from './plate-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { ScanNotice } from './scan-notice.tsx'
import { useScanner } from './scan-screen.tsx'
import { ScanThumb } from './scan-thumb.tsx'
import { ShiftCard } from './shift-card.tsx'
import { SessionScreen } from './session-screen.tsx'
import { StillHere } from './still-here.tsx'
import { TopLine } from './top-line.tsx'
import { TruckAlarmBanner } from './truck-alarm.tsx'
import type { Session } from './truck-session.ts'
import { UpdateNeeded } from './update-needed.tsx'
import { useCodeInAddress } from './use-code-in-address.ts'
import { useInspectorWords } from './use-words.ts'
import { VerdictSaid } from './verdict-said.tsx'
import { VerdictScreen } from './verdict-screen.tsx'
import { KeepWaking } from './waking-switch.tsx'

/** All that the camera need not wait for; loaded while it starts (opening.ts). A screen added here costs no first load. */
export { DemoLine, NumberButton, PlateScreen, ScanNotice, ScanThumb, StillHere }

let toldOfEnrolment = () => {}

export const openBoothHere = (store: Promise<Store>): Promise<Booth> => openBooth(() => toldOfEnrolment(), store)

type Bound = { readonly ok: true; readonly value: Terminal } | { readonly ok: false; readonly why: NotBound }

async function bindBy(phone: Phone, secret: string): Promise<Bound> {
  const { terminal } = phone.state()
  if (terminal !== undefined && terminal.released !== true) return { ok: false, why: 'already' }
  const reply = await phone.bind(secret)
  return reply.ok ? reply : { ok: false, why: reply.trouble }
}

/** Binds this phone by the link in its address; what hinders it stays said, also when a binding code is seen on a phone that is bound. */
export function Binding() {
  const words = useInspectorWords()
  const say = useToast()
  const { phone } = useBooth()
  const [tried, setTried] = useState<{ readonly secret?: string; readonly why: NotBound }>()
  const bind = useCallback(
    (secret: string) =>
      bindBy(phone, secret).then((reply) => {
        setTried(reply.ok ? undefined : { secret, why: reply.why })
        if (reply.ok) say(words.enrolDone(reply.value.inspector.name, reply.value.checkpoint.name))
      }),
    [phone, say, words],
  )
  useEffect(() => {
    toldOfEnrolment = () => setTried({ why: 'already' })
  }, [])
  useEffect(() => {
    const secret = secretInAddress()
    if (secret !== undefined) void bind(secret)
  }, [bind])
  if (tried === undefined) return null
  const { secret, why } = tried
  return <BindNote why={why} onAgain={() => secret && void bind(secret)} onClose={() => setTried(undefined)} />
}

export function Top() {
  const [menu, setMenu] = useState(false)
  useCodeInAddress()
  useEffect(() => keepFocus(), [])
  return (
    <div>
      <KeepWaking />
      <TopLine onMenu={() => setMenu(true)} />
      <UpdateNeeded />
      <ElsewhereNote />
      <AlertStrip />
      <TruckAlarmBanner />
      <VerdictSaid />
      <MenuSheet open={menu} onClose={() => setMenu(false)} />
    </div>
  )
}

export function Bottom() {
  return (
    <div>
      <AlertAtHand />
      <ShiftCard />
    </div>
  )
}

/** Each screen begins at its top; where a question would then lie below the fold, at the question. */
function FromTop({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.documentElement.scrollTop = 0
    document.querySelector('.session-ask')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return children
}

/** Whatever the truck before the booth needs now. */
export function TruckScreen() {
  const { session, shown, step, reviewing } = useDesk()
  const [registering, setRegistering] = useState<string>()
  const [codeShown, setCodeShown] = useState(false)
  const scan = useScanner()
  // Whatever is asked: a pass may be held out at any moment.
  useEffect(() => listenForGun(scan))
  if (session === undefined || step === undefined) return null
  const place = [session.id, shown?.id, step.ask, reviewing, registering].join()
  const screen =
    registering === session.id ? (
      <RegisterScreen plate={session.plate?.text ?? ''} onDone={() => setRegistering(undefined)} />
    ) : reviewing ? (
      <ReviewScreen session={session} />
    ) : shown !== undefined ? (
      <VerdictScreen
        session={session}
        shown={shown}
        onRegister={() => setRegistering(session.id)}
        onCheckpointCode={() => setCodeShown(true)}
      />
    ) : (
      <Questions session={session} step={step} />
    )
  return (
    <>
      <FromTop key={place}>{screen}</FromTop>
      {/* Outside: it sees the driver's registration come in, which changes the screen under it. */}
      <CheckpointCode key={session.id} session={session} open={codeShown} onClose={() => setCodeShown(false)} />
    </>
  )
}

function Questions({ session, step }: { session: Session; step: Step }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  if (step.ask === 'plate-match') return <PlateMatch plate={step.plate} code={session.known.freight} />
  if (step.ask !== 'plate') return <SessionScreen session={session} step={step} />
  return (
    <PlateScreen title={session.differs === true ? words.plateDiffersTitle : words.plateTitle} onCancel={desk.next} />
  )
}
