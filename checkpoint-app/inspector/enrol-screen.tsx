import { useState } from 'react'
import { enrolmentSecret } from '../device/enrolment-link.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { HotlineLine } from '../ui/hotline-line.tsx'
import { useToast } from '../ui/toast.tsx'
import { CameraView } from './camera-view.tsx'
import { enrolTrouble } from './enrol-trouble.ts'
import { openRest, type Rest } from './opening.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { released: boolean; rest: Rest | undefined }

/**
 * A phone that nobody is bound to: says so, and is bound by scanning the code of the office page. It is here before the rest,
 * which a phone that was never bound does not load until somebody touches it.
 */
export function EnrolScreen({ released, rest }: Given) {
  const words = useInspectorWords()
  const say = useToast()
  const [scanning, setScanning] = useState(false)
  const [binding, setBinding] = useState(false)
  const [problem, setProblem] = useState<string>()

  const use = async (text: string) => {
    const secret = enrolmentSecret(text)
    setProblem(secret === undefined ? words.enrolNotLink : undefined)
    if (secret === undefined || binding) return
    setScanning(false)
    setBinding(true)
    // What does not load is said by the face, with the way on.
    const opened = await openRest().catch(() => undefined)
    const reply = await opened?.booth.phone.bind(secret)
    setBinding(false)
    if (reply === undefined) return
    if (!reply.ok) return setProblem(enrolTrouble(reply.trouble, words))
    say(words.enrolDone(reply.value.inspector.name, reply.value.checkpoint.name))
  }
  return (
    <main className="screen enrol">
      <h1>{released ? words.releasedTitle : words.enrolTitle}</h1>
      <p>{released ? words.releasedText : words.enrolText}</p>
      {rest !== undefined && <rest.StillHere />}
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
      {rest !== undefined && <rest.DemoLine late />}
    </main>
  )
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
