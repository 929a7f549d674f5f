import { useEffect, useState, type ReactNode } from 'react'
import { wakeSound } from '../device/sound.ts'
import { keepAwake } from '../device/wake-lock.ts'
import { Busy } from '../ui/busy.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { AlertAtHand, AlertStrip } from './alert-banner.tsx'
import { BoothContext, useBooth, useDesk, usePhone, type Booth } from './desk-context.tsx'
import { EnrolScreen, wordsOf } from './enrol-screen.tsx'
import { MenuSheet } from './menu-sheet.tsx'
import type { Step } from './next-step.ts'
import { openBooth, secretInAddress } from './open-booth.ts'
import { PlateMatch, PlateScreen } from './plate-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'
import { ReviewScreen } from './review-screen.tsx'
import { ScanScreen } from './scan-screen.tsx'
import { SessionScreen } from './session-screen.tsx'
import { TopLine } from './top-line.tsx'
import type { Session } from './truck-session.ts'
import { UpdateNeeded } from './update-needed.tsx'
import { useCodeInAddress } from './use-code-in-address.ts'
import { useInspectorWords } from './use-words.ts'
import { VerdictScreen } from './verdict-screen.tsx'

/** Opened once for the page, not for each mounting of the component. */
let opening: Promise<Booth> | undefined
let toldOfEnrolment = () => {}

/** 查验员. */
export function InspectorFace() {
  const words = useInspectorWords()
  const say = useToast()
  const [booth, setBooth] = useState<Booth>()
  useEffect(() => {
    toldOfEnrolment = () => say(words.already)
  }, [say, words])
  useEffect(() => {
    opening ??= openBooth(() => toldOfEnrolment())
    void opening.then(setBooth)
    document.addEventListener('pointerdown', wakeSound)
    const sleep = keepAwake()
    return () => {
      document.removeEventListener('pointerdown', wakeSound)
      sleep()
    }
  }, [])
  useEffect(() => {
    const bind = async () => {
      const secret = booth === undefined ? undefined : secretInAddress()
      if (booth === undefined || secret === undefined) return
      const { terminal } = booth.phone.state()
      if (terminal !== undefined && terminal.released !== true) return say(words.already)
      const reply = await booth.phone.bind(secret)
      say(
        reply.ok
          ? words.enrolDone(reply.value.inspector.name, reply.value.checkpoint.name)
          : wordsOf(reply.trouble, words),
      )
    }
    void bind()
  }, [booth, say, words])
  if (booth === undefined) return <Busy label={words.loading} />
  return (
    <BoothContext value={booth}>
      <BoundFace />
    </BoothContext>
  )
}

function BoundFace() {
  const { terminal } = usePhone()
  if (terminal === undefined || terminal.released === true) return <EnrolScreen />
  return <AtWork />
}

function AtWork() {
  const [menu, setMenu] = useState(false)
  useCodeInAddress()
  return (
    <div className="inspector">
      <div>
        <TopLine onMenu={() => setMenu(true)} />
        <UpdateNeeded />
        <AlertStrip />
      </div>
      <Screen />
      <AlertAtHand />
      <MenuSheet open={menu} onClose={() => setMenu(false)} />
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

function Screen() {
  const { session, shown, step, reviewing } = useDesk()
  const [registering, setRegistering] = useState<string>()
  const [codeShown, setCodeShown] = useState(false)
  if (session === undefined || step === undefined) return <BeforeTruck />
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
    <FromTop key={place}>
      {screen}
      <CheckpointCode open={codeShown} onClose={() => setCodeShown(false)} />
    </FromTop>
  )
}

function BeforeTruck() {
  const words = useInspectorWords()
  const [typing, setTyping] = useState(false)
  if (!typing) return <ScanScreen onTypePlate={() => setTyping(true)} />
  return <PlateScreen title={words.plateTitle} onCancel={() => setTyping(false)} />
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

/** The checkpoint's own code 卡口码, for drivers who register themselves. */
function CheckpointCode({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const { terminal } = usePhone()
  return (
    <Sheet open={open} title={words.checkpointCode} onClose={onClose}>
      <p>{words.checkpointCodeText}</p>
      <QrCode text={`${location.origin}/driver/#at=${terminal?.checkpoint.id ?? ''}`} label={words.checkpointCode} />
    </Sheet>
  )
}
