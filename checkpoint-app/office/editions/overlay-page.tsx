import { useId, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { acceptOverlay, checkOverlayFile } from '../../../schema/api/editions.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Busy } from '../../ui/busy.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { addressOf } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { useSession, useStaff } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { inOneLanguage } from './overlay-problem.ts'
import { sampleOf } from './overlay-sample.ts'
import { usePlaceNames } from './overlays-table.tsx'
import { useReload } from './reload.tsx'
import { useEditionWords } from './words.ts'
import { Icon } from '../../ui/icon.tsx'
import { backIcon } from '../../ui/icons.ts'

type Checked = AnswerOf<typeof checkOverlayFile>
type Sent = { file: Record<string, unknown>; place: string }

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined
  } catch {
    return undefined
  }
}

function FileText({
  text,
  onText,
  error,
}: {
  text: string
  onText: (text: string) => void
  error: string | undefined
}) {
  const { overlay: words } = useEditionWords()
  const id = useId()
  return (
    <div className="field">
      <p>
        <input
          id={`${id}-file`}
          type="file"
          className="only-read"
          accept=".json,application/json"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(onText)}
        />
        <label htmlFor={`${id}-file`} className="button button-secondary button-compact">
          {words.file}
        </label>
      </p>
      <label htmlFor={id} className="field-label">
        {words.paste}
      </label>
      <textarea
        id={id}
        className="field-input code"
        rows={12}
        spellCheck={false}
        value={text}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {error && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {error}
        </p>
      )}
    </div>
  )
}

/** The verdict of the proof, and the trucks that speak against it, in both languages as the county will read it. */
function Result({ checked, sent }: { checked: Checked; sent: Sent }) {
  const { overlay: words } = useEditionWords()
  const { language } = useLanguage()
  const say = useToast()
  const reload = useReload()
  const { ask } = useSession()
  const { role } = useStaff()
  const nameOf = usePlaceNames()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const other = language === 'zh' ? 'en' : 'zh'
  const accept = async () => {
    setBusy(true)
    const answer = await ask(acceptOverlay, { body: sent })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    say(words.accepted)
    await reload()
    goTo('editions')
  }
  const took =
    checked.milliseconds < 1000 ? `${checked.milliseconds} ms` : `${(checked.milliseconds / 1000).toFixed(1)} s`
  return (
    <section className="stack panel" aria-live="polite">
      <StateMark tone={checked.ok ? 'go' : 'stop'} word={checked.ok ? words.lawful : words.stricter} />
      <p className="quiet">{words.figures(checked.points.toLocaleString('en'), checked.standsFor, took)}</p>
      {checked.counterexamples.length > 0 && <p className="field-label">{words.shortest}</p>}
      <ol className="counterexamples">
        {checked.counterexamples.map((one) => (
          <li key={one.zh}>
            <p>{one[language]}</p>
            <p className="quiet small" lang={other === 'zh' ? 'zh-CN' : 'en'}>
              {one[other]}
            </p>
          </li>
        ))}
      </ol>
      {checked.ok && role !== 'command' && <p>{words.onlyCommand}</p>}
      {checked.ok && role === 'command' && (
        <>
          <p>{words.acceptSays(nameOf({ level: checked.level, place: sent.place }))}</p>
          <p>
            <Button kind="primary" compact busy={busy} onClick={() => void accept()}>
              {words.accept}
            </Button>
          </p>
        </>
      )}
      {problem && <ErrorNote problem={problem} />}
    </section>
  )
}

function usePlaces() {
  const { overlay: words } = useEditionWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  const nameOf = usePlaceNames()
  const counties = [...new Set(checkpoints.map(({ county }) => county))].toSorted()
  return [
    { value: '', label: words.placeNone },
    ...counties.map((value) => ({ value, label: nameOf({ level: 'county', place: value }) })),
    ...checkpoints.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` })),
  ]
}

/** A file of settings → proved by the server → lets it bind, or shows whom it would treat more strictly. */
export function OverlayPage({ edition }: { edition: string }) {
  const { overlay: words, back, form } = useEditionWords()
  const { language } = useLanguage()
  const { ask } = useSession()
  const places = usePlaces()
  const [text, setText] = useState('')
  const [place, setPlace] = useState('')
  const [errors, setErrors] = useState<{ text?: string; place?: string }>({})
  const [state, setState] = useState<{ busy?: boolean; problem?: ApiProblem; checked?: Checked; sent?: Sent }>({})
  // What was proved is what was sent: beside another text or place its verdict would be read wrongly.
  const change = (set: () => void) => {
    set()
    setState({})
  }
  const check = async () => {
    const file = objectIn(text)
    setErrors({ ...(file ? {} : { text: words.notJson }), ...(place ? {} : { place: form.needed }) })
    if (!file || !place) return
    const sent = { file, place }
    setState({ busy: true })
    const answer = await ask(checkOverlayFile, { body: sent })
    setState(answer.ok ? { checked: answer.value, sent } : { problem: inOneLanguage(answer.problem, language) })
  }
  return (
    <>
      <a className="row-link screen-only" href={addressOf('editions')}>
        <Icon of={backIcon} size={20} /> {back}
      </a>
      <PageHead title={words.title} lead={words.lead} />
      <div className="two-columns">
        <div className="stack">
          <p className="quiet">{words.superior(edition)}</p>
          <p>
            <Button kind="ghost" compact onClick={() => change(() => setText(sampleOf(edition, words.sampleName)))}>
              {words.sample}
            </Button>
          </p>
          <FileText text={text} onText={(next) => change(() => setText(next))} error={errors.text} />
          <Select
            label={words.place}
            options={places}
            value={place}
            error={errors.place}
            onChange={(next) => change(() => setPlace(next))}
          />
          <p>
            <Button kind="primary" compact busy={state.busy === true} onClick={() => void check()}>
              {words.check}
            </Button>
          </p>
        </div>
        <div className="stack">
          {state.busy && <Busy label={words.proving} />}
          {state.problem && <ErrorNote problem={state.problem} />}
          {state.checked && state.sent && (
            <Result key={JSON.stringify(state.sent)} checked={state.checked} sent={state.sent} />
          )}
        </div>
      </div>
    </>
  )
}
