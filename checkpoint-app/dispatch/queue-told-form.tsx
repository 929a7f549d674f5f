import { useCallback, useState } from 'react'
import { reportQueue } from '../../schema/api/queue.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { getSite } from '../../schema/api/sites.ts'
import { parseStake, stakeText } from '../../shared/congestion/stake.ts'
import { lengthOf, tellers, type Road, type Saying, type Teller } from '../../shared/congestion/told-check.ts'
import { tellerWords } from '../../shared/wording/congestion-timeline.ts'
import { lengthWords, sayingWords } from '../../shared/wording/queue-report.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import type { ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { QueueDoubt, useAskedBack, useQueueReportWords } from '../ui/queue-doubts.tsx'
import { QueueHeard } from '../ui/queue-heard.tsx'
import { nothingTyped, sayingTyped, type Typed } from './queue-told-state.ts'

type Answer = AnswerOf<typeof reportQueue>
type Given = { checkpoint: string; head: boolean; onClose: () => void }
type Told = { readonly saying: Saying; readonly answer: Answer }

/** The head stands there himself; a dispatcher says who called. */
export function QueueToldForm({ checkpoint, head, onClose }: Given) {
  const words = useQueueReportWords()
  const { language } = useLanguage()
  const road = useRoad(checkpoint)
  const { ask } = useSession()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState<Typed>(nothingTyped)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [told, setTold] = useState<Told>()
  const set = (change: Partial<Typed>) => setForm((before) => ({ ...before, ...change }))
  const send = async (saying: Saying) => {
    setBusy(true)
    setProblem(undefined)
    const body = { id, checkpoint, ...bodyOf(saying), ...(form.toldBy !== undefined && { toldBy: form.toldBy }) }
    const answer = await ask(reportQueue, { body })
    setBusy(false)
    if (answer.ok) setTold({ saying, answer: answer.value })
    else setProblem(answer.problem)
  }
  const asked = useAskedBack(road, (saying) => void send(saying))
  const { saying, errors } = sayingTyped(form)
  const anew = () => {
    setId(crypto.randomUUID())
    setForm({ ...nothingTyped, toldBy: form.toldBy })
    setTold(undefined)
    setTried(false)
  }
  if (told !== undefined)
    return (
      <section className="stack" role="status">
        <p>
          <strong>{sayingWords(told.saying, told.answer.metres)[language]}</strong>
        </p>
        <p>✔ {words.sent}</p>
        <QueueHeard heard={told.answer} />
        <Button kind="primary" wide autoFocus onClick={onClose}>
          {words.close}
        </Button>
        <Button wide onClick={anew}>
          {words.again}
        </Button>
      </section>
    )
  if (asked.doubt !== undefined)
    return <QueueDoubt doubt={asked.doubt} onYes={asked.yes} onNo={asked.no} onChange={asked.change} />
  const length = saying === undefined ? null : lengthOf(saying, road)
  const unnamed = !head && form.toldBy === undefined
  const submit = () => {
    setTried(true)
    if (saying !== undefined && !unnamed) asked.say(saying)
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit()
      }}
    >
      <Choice
        legend={words.state}
        columns={2}
        options={[
          { value: 'congested', label: words.congested },
          { value: 'clear', label: words.clear, hint: words.clearHint },
        ]}
        value={form.congested ? 'congested' : 'clear'}
        onChange={(value) => set({ congested: value === 'congested' })}
      />
      {form.congested && (
        <>
          <Field
            label={words.wait}
            inputMode="numeric"
            optional
            autoFocus
            value={form.minutes}
            error={tried && errors.minutes ? words.numberWrong : undefined}
            onChange={(event) => set({ minutes: event.currentTarget.value })}
          />
          <Field
            label={words.lengthTyped}
            inputMode="numeric"
            optional
            value={form.metres}
            error={tried && errors.metres ? words.numberWrong : undefined}
            onChange={(event) => set({ metres: event.currentTarget.value, stake: '' })}
          />
          {road?.boothStake == null ? (
            <p className="quiet small">{words.stakeUnknown}</p>
          ) : (
            <Field
              label={words.stake}
              optional
              hint={
                form.stake !== '' && length !== null
                  ? words.understood(lengthWords(length)[language])
                  : words.stakeHint(stakeText(road.boothStake))
              }
              value={form.stake}
              error={tried && errors.stake ? words.stakeWrong : undefined}
              onChange={(event) => set({ stake: event.currentTarget.value, metres: '' })}
            />
          )}
        </>
      )}
      {!head && (
        <Choice<Teller>
          legend={words.toldBy}
          columns={3}
          options={tellers.map((value) => ({ value, label: tellerWords[value][language] }))}
          value={form.toldBy}
          hint={words.toldByDriver}
          error={tried && unnamed ? words.chooseTeller : undefined}
          onChange={(toldBy) => set({ toldBy })}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
      <Button kind="primary" wide type="submit" busy={busy}>
        {words.send}
      </Button>
    </form>
  )
}

const bodyOf = ({ congested, waitMinutes, metres, stake }: Saying) => ({
  congested,
  ...(waitMinutes !== null && { waitMinutes }),
  ...(metres !== null && { metres }),
  ...(stake !== null && { stake: stakeText(stake) }),
})

/** How the queue lies on its road; null until it is known, and where it cannot be read. */
function useRoad(checkpoint: string): Road | null {
  const { ask } = useSession()
  const load = useCallback(() => ask(getSite, { params: { id: checkpoint } }), [ask, checkpoint])
  const { value } = useLoad(load)
  if (value === undefined) return null
  const { booth, approachMetres } = value
  return {
    boothStake: booth === null ? null : (parseStake(booth.stake) ?? null),
    stakesGrow: booth?.upstream === 'increasing',
    approachMetres,
  }
}
