import { parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { ErrorNote, wordsOfProblem } from '../ui/error-note.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useToast } from '../ui/toast.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { useNow } from '../ui/use-now.ts'
import { useOnline } from '../ui/use-online.ts'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { CodePicture } from './code-picture.tsx'
import { leadingReason } from './code-reasons.ts'
import { shownState } from './code-state.ts'
import { withHours } from './hours-in-words.ts'
import { ArrivedButton } from './arrived-button.tsx'
import { CrewMarks } from './crew-marks.tsx'
import { CrewReasons } from './crew-reasons.tsx'
import { LeftButton } from './left-button.tsx'
import { PaperCode } from './paper-code.tsx'
import type { KeptTrip } from './stored.ts'
import { TripFacts } from './trip-facts.tsx'
import { useFreshCode } from './use-fresh-code.ts'
import { useNewestPass } from './use-newest-pass.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** The freight code of one trip, as an inspector is to see it, and under it why and what to do. */
export function CodeCard({ kept }: { kept: KeptTrip }) {
  const { home, states } = useDriverWords()
  const now = useNow()
  const fresh = useFreshCode(kept)
  useNewestPass(kept)
  const say = useToast()
  const ui = useUiWords()
  const [, go] = useRoute()
  const { trip, code } = kept
  const shown = shownState(code, trip, now)
  const { language } = useLanguage()
  const reasoned = shown.says === 'yellow-reason' || shown.says === 'red-reason'
  const sentence = (reasoned ? leadingReason(code, language) : undefined) ?? states[shown.says]
  const over = shown.says === 'ended'
  useWakeLock(!over)
  const refresh = async () => {
    const problem = await fresh.refresh()
    if (problem?.kind !== 'refused') say(problem ? wordsOfProblem(problem, ui).what : home.refreshed)
  }
  return (
    <>
      <article className={`code-card code-${shown.tone} on-screen`}>
        <header className="code-head">
          <Shape tone={shown.tone} size={36} />
          <ScreenTitle>{sentence.title}</ScreenTitle>
        </header>
        <div className="code-body">
          <div className="code-paper">
            {code.qr && !over ? (
              <CodePicture code={{ ...code, qr: code.qr }} />
            ) : (
              <p className="code-none">{over ? home.noCode : home.unsigned}</p>
            )}
          </div>
          <div className="code-side">
            <Plate plate={trip.plate} size="large" />
            {shown.state === 'green' && <ValidUntil until={code.testUntil} />}
            <p className="code-why">
              <strong>{withHours(sentence.line, code.numbers)}</strong>
              {sentence.todo && <span>{withHours(sentence.todo, code.numbers)}</span>}
            </p>
            {over ? (
              <Button kind="primary" wide onClick={() => go({ screen: 'register', page: 0 })}>
                {home.again}
              </Button>
            ) : (
              <Button
                kind={shown.state === 'green' ? 'secondary' : 'primary'}
                wide
                busy={fresh.busy}
                onClick={() => void refresh()}
              >
                {home.refresh}
              </Button>
            )}
            {!over && <p className="quiet">{home.show}</p>}
            <IssuedAt kept={kept} />
          </div>
        </div>
      </article>
      {fresh.problem?.kind === 'refused' && <ErrorNote problem={fresh.problem} />}
      <CrewReasons kept={kept} />
      <ArrivedButton kept={kept} />
      <LeftButton kept={kept} />
      <CrewMarks kept={kept} now={now} />
      <TripFacts kept={kept} over={over} />
      {code.qr && <PaperCode kept={kept} qr={code.qr} title={sentence.title} />}
    </>
  )
}

function ValidUntil({ until }: { until: string | null }) {
  const { home } = useDriverWords()
  const at = until === null ? undefined : parseInstant(until)
  if (at === undefined) return null
  return (
    <p className="code-valid">
      {home.valid(shortTime(at))}
      <Countdown until={at} />
    </p>
  )
}

function IssuedAt({ kept: { code } }: { kept: KeptTrip }) {
  const { home, feedDown } = useDriverWords()
  const online = useOnline()
  const at = shortTime(parseInstant(code.issuedAt)!)
  return (
    <p className="quiet small code-issued">
      {online ? (
        home.issued(at)
      ) : (
        <>
          <Shape tone="void" size={14} /> {home.offlineIssued(at)}
        </>
      )}
      {code.healthData === 'down' && <span>{feedDown}</span>}
    </p>
  )
}
