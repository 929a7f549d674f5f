import { useState } from 'react'
import { stakeText } from '../../shared/congestion/stake.ts'
import { lengthOf } from '../../shared/congestion/told-check.ts'
import { lengthWords } from '../../shared/wording/queue-report.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.tsx'
import { QueueDoubt, useAskedBack, useQueueReportWords } from '../ui/queue-doubts.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { DigitPad } from './digit-pad.tsx'
import { shiftHere } from './own-shift.ts'
import { QueueSaidLine } from './queue-said-line.tsx'
import { inMetres, inMinutes, nothingPressed, pressed, sayingIn, type Pressed } from './queue-report-state.ts'

/** For gloves: chips first, digits where no chip fits; asked back before anything is kept. */
export function QueueReportForm({ onSaid }: { onSaid: (id: string) => void }) {
  const words = useQueueReportWords()
  const { language } = useLanguage()
  const { phone } = useBooth()
  const state = usePhone()
  const road = shiftHere(state).news?.road ?? null
  const [form, setForm] = useState<Pressed>(nothingPressed)
  const [wrong, setWrong] = useState<'stakeWrong' | 'numberWrong'>()
  const [id] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const change = (next: Pressed) => {
    setWrong(undefined)
    setForm(next)
  }
  const asked = useAskedBack(road, (saying) => {
    setBusy(true)
    void phone.reportQueue({ id, saying }).then(() => onSaid(id))
  })
  if (asked.doubt !== undefined)
    return <QueueDoubt doubt={asked.doubt} onYes={asked.yes} onNo={asked.no} onChange={asked.change} />
  const send = () => {
    const found = sayingIn(form)
    if ('wrong' in found) setWrong(found.wrong)
    else asked.say(found.saying)
  }
  const found = sayingIn(form)
  const length = 'saying' in found && form.length.by === 'stake' ? lengthOf(found.saying, road) : null
  const last = state.items.find(({ kind }) => kind === 'queue')
  return (
    <form
      className="stack-tight queue-report"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) send()
      }}
    >
      <p className="quiet small">{words.lead}</p>
      <Chips
        legend={words.state}
        columns={2}
        options={[
          ['congested', words.congested],
          ['clear', words.clear, words.clearHint],
        ]}
        value={form.congested ? 'congested' : 'clear'}
        onPress={(value) => change({ ...form, congested: value === 'congested' })}
      />
      {form.congested && (
        <>
          <Chips
            legend={words.wait}
            options={[...inMinutes.map((n): [string, string] => [String(n), String(n)]), ['typed', words.typed]]}
            value={form.wait.by === 'chip' ? form.wait.text : form.wait.by}
            onPress={(value) => change(pressed(form, 'wait', value))}
          />
          {form.wait.by === 'typed' && (
            <DigitPad
              label={words.minutesUnit}
              shown={form.wait.text === '' ? '' : `${form.wait.text} ${words.minutesUnit}`}
              digits={form.wait.text}
              most={4}
              onType={(text) => change({ ...form, wait: { by: 'typed', text } })}
            />
          )}
          <Chips
            legend={words.length}
            options={[
              ...inMetres.map((n): [string, string] => [String(n), lengthWords(n)[language]]),
              ['typed', words.typed],
              ...(road?.boothStake == null ? [] : [['stake', words.stake] satisfies [string, string]]),
            ]}
            value={form.length.by === 'chip' ? form.length.text : form.length.by}
            onPress={(value) => change(pressed(form, 'length', value))}
          />
          {(form.length.by === 'typed' || form.length.by === 'stake') && (
            <DigitPad
              label={form.length.by === 'stake' ? words.stakeHint(stakeText(road?.boothStake ?? 0)) : words.metresUnit}
              shown={
                form.length.by === 'stake' ? asStake(form.length.text) : asMetres(form.length.text, words.metresUnit)
              }
              hint={length === null ? undefined : words.understood(lengthWords(length)[language])}
              digits={form.length.text}
              most={form.length.by === 'stake' ? 7 : 5}
              onType={(text) => change({ ...form, length: { ...form.length, text } })}
            />
          )}
        </>
      )}
      {wrong !== undefined && (
        <p className="field-error" role="alert">
          ■ {words[wrong]}
        </p>
      )}
      <div className="queue-send">
        <Button kind="primary" wide type="submit" busy={busy}>
          {words.send}
        </Button>
      </div>
      {last !== undefined && (
        <div className="queue-last">
          <QueueSaidLine item={last} />
        </div>
      )}
    </form>
  )
}

const asMetres = (digits: string, unit: string): string => (digits === '' ? '' : `${digits} ${unit}`)
/** K44+950 as its digits come: the last three are the metres. */
const asStake = (digits: string): string =>
  digits.length <= 3 ? (digits === '' ? '' : `K…+${digits}`) : `K${digits.slice(0, -3)}+${digits.slice(-3)}`

type ChipsGiven = {
  legend: string
  columns?: 2 | 4
  options: readonly (readonly [value: string, label: string, hint?: string])[]
  value: string
  onPress: (value: string) => void
}

function Chips({ legend, columns = 4, options, value, onPress }: ChipsGiven) {
  return (
    <fieldset className="field">
      <legend className="choice-legend">{legend}</legend>
      <div className={`queue-chips of-${columns}`}>
        {options.map(([one, label, hint]) => (
          <Button key={one} aria-pressed={one === value} onClick={() => onPress(one)}>
            {label}
            {hint !== undefined && <span className="small quiet"> {hint}</span>}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
