import { companyPassPdf } from '../../schema/api/paper.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { PassFace } from '../driver/pass-face.tsx'
import { passSaid } from '../driver/pass-said.ts'
import { PdfButtons } from '../driver/pdf-buttons.tsx'
import { useDriverWords } from '../driver/use-words.ts'
import { callFile } from '../ui/api.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { StateMark } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import { useApply } from './apply-state.tsx'
import type { Outcome } from './form.ts'
import type { Replacing } from './form-screen.tsx'
import { GiveToDriver } from './give-to-driver.tsx'
import { ForgetButton } from './own-applications.tsx'
import { shortId } from './route.ts'
import type { Kept } from './stored.ts'
import { useApplyWords } from './use-words.ts'
import { useOutcome } from './use-outcome.ts'
import { Icon } from '../ui/icon.tsx'
import { backIcon } from '../ui/icons.ts'

type Given = { id: string; onAgain: (replacing?: Replacing) => void }

/** One application of this device: its pass, or what it waits for, or why there is none. */
export function ApplicationScreen({ id, onAgain }: Given) {
  const { gone, own } = useApplyWords()
  const { state } = useApply()
  const kept = state.applications.find((one) => one.id === id)
  return (
    <div className="stack">
      <a className="own-back on-screen" href="#/">
        <Icon of={backIcon} /> {own.back}
      </a>
      {kept === undefined ? (
        <>
          <ScreenTitle>{gone.title}</ScreenTitle>
          <p>{gone.line}</p>
        </>
      ) : (
        <Followed kept={kept} onAgain={onAgain} />
      )}
    </div>
  )
}

function Followed({ kept, onAgain }: { kept: Kept; onAgain: Given['onAgain'] }) {
  const { gone, own } = useApplyWords()
  const problem = useOutcome(kept)
  const { outcome } = kept
  const refused = problem?.kind === 'refused' && problem.status === 404
  return (
    <>
      {outcome === null && !problem && <Busy />}
      {refused && <p role="alert">{gone.line}</p>}
      {problem && !refused && outcome === null && <ErrorNote problem={problem} />}
      {outcome?.pass && <Issued kept={kept} pass={outcome.pass} onAgain={onAgain} />}
      {outcome?.application.state === 'waiting' && <Waiting kept={kept} application={outcome.application} />}
      {outcome?.application.state === 'declined' && <Declined application={outcome.application} onAgain={onAgain} />}
      <div className="on-screen stack-tight">
        {kept.plate !== '' && (
          <Button wide onClick={() => onAgain()}>
            {own.another}
          </Button>
        )}
        <ForgetButton id={kept.id} />
      </div>
    </>
  )
}

type Pass = NonNullable<Outcome['pass']>

function Issued({ kept, pass, onAgain }: { kept: Kept; pass: Pass; onAgain: Given['onAgain'] }) {
  const { issued } = useApplyWords()
  const { pdf } = useDriverWords()
  const now = useNow()
  const { id, key } = kept
  const fetchIt = () => callFile(companyPassPdf, { params: { id }, body: { key } })
  const { state } = passSaid(pass, now)
  // Only whoever typed it has the rest of the form; a driver who was handed the pass has not.
  const mine = kept.plate !== ''
  return (
    <>
      <PassFace pass={pass} crew={kept.crew}>
        <PdfButtons files={[{ label: pdf.pass, name: pdf.passFile(pass.number), fetchIt }]} />
      </PassFace>
      {state === 'valid' && <GiveToDriver kept={kept} />}
      {mine && (
        <Button
          wide
          onClick={() => onAgain(state === 'valid' ? { application: id, key, number: pass.number } : undefined)}
        >
          {state === 'valid' ? issued.change : issued.again}
        </Button>
      )}
    </>
  )
}

type Application = Outcome['application']

function Waiting({ kept, application }: { kept: Kept; application: Application }) {
  const { waiting, own } = useApplyWords()
  const { language } = useLanguage()
  const online = useOnline()
  const by = parseInstant(application.answerBy)
  return (
    <>
      <ScreenTitle>{waiting.title}</ScreenTitle>
      <p>
        <StateMark tone="care" word={waiting.line} />
      </p>
      <dl className="card apply-facts">
        <Fact name={own.number}>{shortId(kept.id)}</Fact>
        <Fact name={waiting.department}>{application.department[language]}</Fact>
        {by && <Fact name={waiting.by}>{shortTime(by)}</Fact>}
        {application.flags.map((flag) => (
          <Fact key={flag.id} name={waiting.why}>
            {flag[language]}
          </Fact>
        ))}
      </dl>
      <p role="status">{online ? waiting.watch : waiting.offline}</p>
      <p>{waiting.notHeld}</p>
    </>
  )
}

const Fact = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Declined({ application, onAgain }: { application: Application; onAgain: Given['onAgain'] }) {
  const { declined: words } = useApplyWords()
  const { language } = useLanguage()
  const { declined } = application
  return (
    <>
      <ScreenTitle>{words.title}</ScreenTitle>
      {declined && (
        <div className="card stack-tight">
          <p>
            <strong>{declined[language]}</strong>
          </p>
          {declined.note && <p>{declined.note}</p>}
          <p>{declined.next[language]}</p>
        </div>
      )}
      <p>{words.notHeld}</p>
      <Button kind="primary" wide onClick={() => onAgain()}>
        {words.again}
      </Button>
    </>
  )
}
