import { useState } from 'react'
import { enrolmentSecret } from '../device/enrolment.ts'
import type { Trouble } from '../device/server.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { DemoLine, HotlineLine } from '../ui/lines.tsx'
import { kept } from '../ui/kept.ts'
import { useToast } from '../ui/toast.tsx'
import { CameraView } from './camera-view.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { EnrolHead } from './enrol-before.tsx'
import { ExportButton } from './export-button.tsx'
import { useOfflineWords } from './offline-words.ts'
import { countOf } from './top-line.tsx'
import { useInspectorWords } from './use-words.ts'

/** A phone that nobody is bound to: says so, and is bound by scanning the code of the office page. */
export function EnrolScreen() {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const state = usePhone()
  const offline = useOfflineWords()
  const say = useToast()
  const [scanning, setScanning] = useState(false)
  const [binding, setBinding] = useState(false)
  const [problem, setProblem] = useState<string>()
  const released = state.terminal?.released === true
  const left = countOf(state, 'waiting') + countOf(state, 'refused')

  const use = async (text: string) => {
    const secret = enrolmentSecret(text)
    setProblem(secret === undefined ? words.enrolNotLink : undefined)
    if (secret === undefined || binding) return
    setScanning(false)
    setBinding(true)
    const reply = await phone.bind(secret)
    setBinding(false)
    if (!reply.ok) return setProblem(wordsOf(reply.trouble, words))
    say(words.enrolDone(reply.value.inspector.name, reply.value.checkpoint.name))
  }
  return (
    <main className="screen enrol">
      <EnrolHead released={released} />
      {state.terminal === undefined && kept('bound') !== undefined && <p role="alert">▲ {offline.cleared}</p>}
      {left > 0 && (
        <>
          <p>▲ {words.releasedKept(left)}</p>
          <ExportButton />
        </>
      )}
      {problem !== undefined && <p role="alert">▲ {problem}</p>}
      {binding && <Busy label={words.enrolling} />}
      {scanning ? (
        <CameraView found={(text) => void use(text)} />
      ) : (
        <Button kind="primary" wide onClick={() => setScanning(true)}>
          {words.enrolScan}
        </Button>
      )}
      <LinkForm use={(text) => void use(text)} />
      <HotlineLine />
      <DemoLine />
    </main>
  )
}

export function wordsOf(
  trouble: Trouble,
  words: { enrolOffline: string; enrolCode: (code: string) => string },
): string {
  if (trouble.kind === 'offline' || trouble.kind === 'too-large') return words.enrolOffline
  return `${trouble.message}　${words.enrolCode(trouble.code)}`
}

/** For a phone without a camera: the link itself. */
function LinkForm({ use }: { use: (text: string) => void }) {
  const words = useInspectorWords()
  const [link, setLink] = useState('')
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault()
        use(link)
      }}
    >
      <Field label={words.enrolLink} value={link} onChange={(event) => setLink(event.currentTarget.value)} />
      <Button type="submit" disabled={link.trim() === ''}>
        {words.enrolUse}
      </Button>
    </form>
  )
}
