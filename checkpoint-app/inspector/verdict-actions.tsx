import type { Row } from '../../shared/policy/verdict.ts'
import { Button } from '../ui/button.tsx'
import { AppealButton } from './appeal-button.tsx'
import { AntigenPanel } from './antigen-panel.tsx'
import { useClosing } from './closes-by-itself.ts'
import { useBooth } from './desk-context.tsx'
import { isInterim, type Shown } from './desk-state.ts'
import { ForeignPassButton } from './foreign-pass.tsx'
import { HeadPanel } from './head-panel.tsx'
import { useHeadWords } from './head-words.ts'
import { PhotoButton } from './photo-button.tsx'
import { RefuseButton } from './refuse-button.tsx'
import { ReportButton } from './report-button.tsx'
import { useResultWords } from './result-words.ts'
import type { Session } from './truck-session.ts'
import { useUndoLeft } from './undo-left.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { session: Session; shown: Shown; onRegister: () => void; onCheckpointCode: () => void }

/** Where a pass opens the green lane: released, and now. */
const released: readonly Row[] = ['V4', 'V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14']

/** Where medical staff takes over. */
const medical: readonly Row[] = ['V1', 'V2']

/** Where a colour of the code is what stands between him and the fast lane. */
const coloured: readonly Row[] = ['V3', 'V13', 'V14', 'V11']

/** What can be pressed on a verdict: the next thing to do first, then the next truck. */
export function VerdictActions({ session, shown, onRegister, onCheckpointCode }: Given) {
  const words = useInspectorWords()
  const head = useHeadWords()
  const { desk } = useBooth()
  const { verdict } = shown.judgement
  const { row } = verdict
  const suspect = verdict.modifiers.includes('M7')
  const photo = suspect && <PhotoButton key={shown.id} shown={shown} plate={session.plate?.text ?? ''} />
  const trip = session.known.online?.trip?.id
  return (
    <div className="thumb verdict-actions">
      {row === 'V7' && (
        <>
          <Button kind="primary" wide onClick={onRegister}>
            {words.registerHere}
          </Button>
          <div className="side-by-side">
            <Button onClick={onCheckpointCode}>{words.showCheckpointCode}</Button>
            <Button onClick={desk.lookAgain}>{words.lookAgain}</Button>
          </div>
        </>
      )}
      {row === 'V11' && <AntigenPanel session={session} shown={shown} />}
      {row === 'V6' && suspect ? (
        <div className="side-by-side">
          <Button onClick={onCheckpointCode}>{words.showCheckpointCode}</Button>
          {photo}
        </div>
      ) : (
        <>
          {row === 'V6' && <Button onClick={onCheckpointCode}>{words.showCheckpointCode}</Button>}
          {photo}
        </>
      )}
      {row === 'V15' && <HeadPanel session={session} />}
      {medical.includes(row) && (
        <a className="button button-primary button-wide" href="tel:120">
          {head.medic}
        </a>
      )}
      <NextTruck session={session} shown={shown} />
      <div className="verdict-small">
        <Undo shown={shown} />
        {released.includes(row) && !verdict.modifiers.includes('M1') && <ForeignPassButton label="open" kind="ghost" />}
        {row === 'V7' && <RefuseButton person={0} />}
        {trip !== undefined && coloured.includes(row) && <AppealButton trip={trip} />}
        <ReportButton key={shown.id} session={session} shown={shown} />
        <a className="button button-ghost" href="tel:12328" aria-label={words.hotlineLabel}>
          {words.hotline}
        </a>
      </div>
    </div>
  )
}

function Undo({ shown }: { shown: Shown }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const left = useUndoLeft(shown)
  if (left === 0) return <span />
  return <Button onClick={desk.takeBack}>{words.undo(left)}</Button>
}

/** The next truck: the first button where nothing is left to do here, and then by itself after a release. */
function NextTruck({ session, shown }: { session: Session; shown: Shown }) {
  const words = useInspectorWords()
  const result = useResultWords()
  const { desk } = useBooth()
  const { row } = shown.judgement.verdict
  const closing = useClosing(shown, desk.next)
  const waits = isInterim(row, session)
  const label = waits ? words.nextParked : words.next
  return (
    <Button kind={waits || medical.includes(row) ? 'secondary' : 'primary'} wide onClick={desk.next}>
      {label}
      {closing !== undefined && <span aria-hidden="true">{result.nextIn(closing)}</span>}
    </Button>
  )
}
