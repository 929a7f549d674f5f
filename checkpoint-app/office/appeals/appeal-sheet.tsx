import { useCallback, useState } from 'react'
import { acceptAppeal, getAppeal } from '../../../schema/api/appeals.ts'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { isDecided } from '../../../shared/appeals/kinds.ts'
import { Conditions } from '../../driver/appeal-conditions.tsx'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { ApiProblem } from '../../ui/api.ts'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { menuOf } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { useChosenLanguage } from '../words.ts'
import { About, AppealStateMark, type Appeal } from './appeal-state.tsx'
import { CorrectForm } from './correct-form.tsx'
import { DecideForm } from './decide-form.tsx'
import { usePlaceName } from './use-place-name.ts'
import { useAppealOfficeWords } from './words.ts'

type Whole = AnswerOf<typeof getAppeal>

function useFacts({ appeal, person }: Whole) {
  const words = useAppealOfficeWords()
  const { said, why } = useAppealWords()
  const placeName = usePlaceName()
  const { role } = useStaff()
  const some = (label: string, value: string | null | undefined | false) => (value ? [{ label, value }] : [])
  const link = (page: 'people' | 'inspections', id: string | null) =>
    id !== null && menuOf(role).includes(page)
      ? [
          <a key={page} href={addressOf(page, id)}>
            {words.openIt}
          </a>,
        ]
      : []
  const linked = (label: string, [value]: readonly React.ReactNode[]) => (value ? [{ label, value }] : [])
  const { referral } = appeal
  return [
    { label: words.stands, value: <AppealStateMark appeal={appeal} /> },
    { label: words.about, value: <About appeal={appeal} /> },
    { label: words.says, value: said[appeal.said] },
    { label: words.person, value: `${appeal.surname}*` },
    ...linked(words.ledger, link('people', person)),
    ...linked(words.record, link('inspections', appeal.inspection)),
    { label: words.byLabel, value: words.by[appeal.by] },
    ...some(words.place, placeName(appeal.place)),
    { label: words.submittedAt, value: shortIso(appeal.submittedAt) },
    ...some(words.acceptedBy, appeal.acceptedBy && `${appeal.acceptedBy.name} ${shortIso(appeal.acceptedAt ?? '')}`),
    ...some(words.decidedBy, appeal.decidedAt && (appeal.decidedBy?.name ?? words.system)),
    ...some(words.decidedAt, appeal.decidedAt && shortIso(appeal.decidedAt)),
    ...some(words.elapsed, appeal.elapsedSeconds !== null && words.minutes(Math.ceil(appeal.elapsedSeconds / 60))),
    ...some(words.document, appeal.document),
    ...some(words.why, appeal.why && why[appeal.why]),
    ...some(words.reply, appeal.reply),
    ...some(words.region, referral && `${referral.regionName} ${referral.contact} ${referral.caseNumber}`),
    ...some(words.falseEvidence, appeal.falseEvidence && words.falseEvidence),
  ]
}

function Said({ note, told, appeal }: Whole) {
  const words = useAppealOfficeWords()
  const language = useChosenLanguage()
  const lines = told?.[language === 'en' ? 'en' : 'zh']
  return (
    <>
      {note && (
        <section className="stack-tight" aria-label={words.noteTitle}>
          <h3>{words.noteTitle}</h3>
          <p>{note}</p>
        </section>
      )}
      {appeal.kind === 'code' && !isDecided(appeal.state) && (
        <section className="stack-tight" aria-label={words.toldTitle}>
          <h3>{words.toldTitle}</h3>
          {lines ? (
            [lines.title, lines.reason, `${lines.since}　${lines.unit}`, ...lines.clears, lines.article].map((text) => (
              <p key={text}>{text}</p>
            ))
          ) : (
            <p>{words.notOpen}</p>
          )}
        </section>
      )}
      {appeal.checks.length > 0 && (
        <section className="stack-tight appeal-checks" aria-label={words.checksTitle}>
          <h3>{words.checksTitle}</h3>
          <Conditions paths={appeal.checks} />
        </section>
      )}
    </>
  )
}

function Accept({ appeal, onDone }: { appeal: Appeal; onDone: () => void }) {
  const words = useAppealOfficeWords()
  const { ask } = useSession()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const accept = async () => {
    setBusy(true)
    const answer = await ask(acceptAppeal, { params: { id: appeal.id } })
    setBusy(false)
    if (answer.ok) say(words.accepted)
    else setProblem(answer.problem)
    onDone()
  }
  return (
    <div className="stack-tight screen-only">
      <Button busy={busy} onClick={() => void accept()}>
        {words.accept}
      </Button>
      {problem && <ErrorNote problem={problem} />}
    </div>
  )
}

function Inside({ id, onChanged }: { id: string; onChanged: () => void }) {
  const words = useAppealOfficeWords()
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getAppeal, { params: { id } }), [ask, id]))
  const changed = () => {
    void loaded.reload()
    onChanged()
  }
  return (
    <WhenLoaded loaded={loaded}>
      {(whole) => <OfAppeal whole={whole} onChanged={changed} none={words.notYours} />}
    </WhenLoaded>
  )
}

function OfAppeal({ whole, onChanged, none }: { whole: Whole; onChanged: () => void; none: string }) {
  const { appeal } = whole
  const { may } = appeal
  const decides = may.uphold || may.refer || may.ways.length > 0
  return (
    <>
      <p className="sheet-plate">
        <Plate plate={appeal.plate} />
      </p>
      <Facts facts={useFacts(whole)} />
      <Said {...whole} />
      {may.accept && <Accept appeal={appeal} onDone={onChanged} />}
      {may.correct && appeal.inspection && <CorrectForm inspection={appeal.inspection} onDone={onChanged} />}
      {decides && <DecideForm key={appeal.state} appeal={appeal} onDone={onChanged} />}
      {!decides && !isDecided(appeal.state) && <p className="quiet">{none}</p>}
    </>
  )
}

type Given = { id: string | undefined; onClose: () => void; onChanged: () => void }

/** One appeal beside the queue: what it is about, what the system found, and what may be done. */
export function AppealSheet({ id, onClose, onChanged }: Given) {
  const words = useAppealOfficeWords()
  return (
    <Sheet open={id !== undefined} title={words.title} onClose={onClose} side>
      {id !== undefined && <Inside key={id} id={id} onChanged={onChanged} />}
    </Sheet>
  )
}
