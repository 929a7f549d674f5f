import { useState } from 'react'
import type { CaseState, Opinion } from '../../shared/cases/kinds.ts'
import { opinions } from '../../shared/cases/kinds.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { caseStateWords, categoryWords } from '../../shared/wording/cases.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { StateMark, type Tone } from '../ui/state-mark.tsx'
import { useToast } from '../ui/toast.tsx'
import { useNow } from '../ui/use-now.ts'
import type { ApiProblem } from '../ui/api.ts'
import type { Cases, OwnCase } from './use-cases.ts'
import { useCaseWords } from './use-case-words.ts'

const tones: Readonly<Record<CaseState, Tone>> = {
  new: 'act',
  accepted: 'act',
  dispatched: 'act',
  handling: 'act',
  replied: 'go',
  'call-back': 'go',
  closed: 'void',
}
const short = (iso: string) => shortTime(parseInstant(iso)!)

function Waits({ replyBy }: { replyBy: string }) {
  const words = useCaseWords()
  const by = parseInstant(replyBy)!
  if (useNow() >= by) return <p>▲ {words.replyLate}</p>
  return (
    <p>
      {words.replyBy} <Countdown until={by} />
    </p>
  )
}

type Given = { one: OwnCase; tell: Cases['tell'] }

/** What he says of the answer; not satisfied, he may say why, and it is dealt with again. */
function Asked({ one, tell }: Given) {
  const words = useCaseWords()
  const say = useToast()
  const [opinion, setOpinion] = useState<Opinion>()
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const send = async () => {
    if (opinion === undefined) return
    setBusy(true)
    const typed = why.trim()
    const answer = await tell(one.id, {
      opinion,
      ...(opinion === 'dissatisfied' && typed.length >= 2 && { words: typed }),
    })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) say(opinion === 'dissatisfied' ? words.again : words.thanks)
  }
  return (
    <div className="stack-tight">
      <Choice
        legend={words.ask}
        options={opinions.map((value) => ({ value, label: words.opinions[value] }))}
        value={opinion}
        columns={3}
        onChange={setOpinion}
      />
      {opinion === 'dissatisfied' && (
        <Field
          label={words.why}
          optional
          hint={words.whyHint}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
      <Button kind="primary" wide busy={busy} disabled={opinion === undefined} onClick={() => void send()}>
        {words.send}
      </Button>
    </div>
  )
}

function Adds({ one, tell }: Given) {
  const words = useCaseWords()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const typed = text.trim()
  if (!open) return <Button onClick={() => setOpen(true)}>{words.more}</Button>
  const send = async () => {
    setBusy(true)
    const answer = await tell(one.id, { words: typed })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    say(words.added)
    setText('')
    setOpen(false)
  }
  return (
    <div className="stack-tight">
      <Field label={words.more} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} />
      {problem && <ErrorNote problem={problem} />}
      <Button busy={busy} disabled={typed.length < 2} onClick={() => void send()}>
        {words.send}
      </Button>
      <Button kind="ghost" onClick={() => setOpen(false)}>
        {words.cancel}
      </Button>
    </div>
  )
}

/** One case of this trip: where it stands, the answer, what was done. */
export function CaseCard({ one, tell }: Given) {
  const words = useCaseWords()
  const { language } = useLanguage()
  const of = language === 'en' ? 'en' : 'zh'
  return (
    <li className="appeal-card stack-tight">
      <div role="status">
        <StateMark tone={tones[one.state]} word={caseStateWords[one.state][of]} />
        {one.level !== 'county' && <p>{words.levels[one.level]}</p>}
      </div>
      <p>
        <strong>{categoryWords[one.category][of]}</strong>
      </p>
      <p className="quiet">
        <span className="code">{one.number}</span> {short(one.filedAt)} {one.checkpoint?.name}
      </p>
      <p className="case-own">{one.words}</p>
      {one.replyBy !== null && <Waits replyBy={one.replyBy} />}
      {one.reply && (
        <blockquote className="case-reply">
          <p>{one.reply.text}</p>
          <p className="quiet small">{words.repliedAt(short(one.reply.at))}</p>
        </blockquote>
      )}
      {one.may.answer && <Asked one={one} tell={tell} />}
      {one.opinion && <p className="quiet">{words.opinions[one.opinion]}</p>}
      {one.may.more && !one.may.answer && <Adds one={one} tell={tell} />}
      <details className="more">
        <summary>{words.story}</summary>
        <ol className="case-lines">
          {one.story.map((line) => (
            <li key={line.at + line.move}>
              <span className="quiet">{short(line.at)}</span> {words.happened[line.move]}
              {line.words !== null && `：${line.words}`}
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
