import { useState } from 'react'
import type { Numbers } from '../../shared/policy/numbers.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useNow } from '../ui/use-now.ts'
import { Icon } from '../ui/icon.tsx'
import { minusIcon, plusIcon } from '../ui/icons.ts'
import { Ask, intoSight } from './ask.tsx'
import { useBayWords } from './bay-words.ts'
import { useBooth } from './desk-context.tsx'
import { parseTemperature, stepTemperature } from './temperature-entry.ts'
import { clockText, type TruckTimer } from './truck-timers.ts'
import { useInspectorWords } from './use-words.ts'

type Given = {
  person: number
  who: string
  first: number | undefined
  second: TruckTimer | undefined
  numbers: Numbers
}

const usual = [36.2, 36.5, 36.8]

/** One tap for an ordinary reading; anything else is typed. A high first reading asks for a second. */
export function AskTemperature({ person, who, first, second, numbers }: Given) {
  const words = useInspectorWords()
  const bay = useBayWords()
  const { desk } = useBooth()
  const [typing, setTyping] = useState(false)
  const enter = (reading: number) => desk.send({ type: 'temperature', person, reading })
  const quick = usual.map((reading) => ({ label: reading.toFixed(1), pick: () => enter(reading) }))
  return (
    <Ask
      title={words.temperatureOf(who)}
      hint={first === undefined ? undefined : words.temperatureHigh(first.toFixed(1), numbers.temperatureRecheckAfter)}
      columns={typing ? 2 : 4}
      options={[...quick, { label: words.temperatureType, pick: () => setTyping(true) }]}
    >
      {typing && <Keypad numbers={numbers} onEnter={enter} />}
      {second && <SecondReading timer={second} />}
      {first !== undefined && (
        <Button kind="ghost" onClick={desk.next}>
          {bay.measureLater(numbers.temperatureRecheckAfter)}
        </Button>
      )}
    </Ask>
  )
}

/** Counts down, and holds nobody: a second reading by another thermometer may be taken at once. */
function SecondReading({ timer }: { timer: TruckTimer }) {
  const bay = useBayWords()
  const left = clockText(timer, useNow(1000))
  return (
    <p className="second-reading" role="timer">
      {left === null ? `▲ ${bay.measureNow}` : bay.measureIn(left)}
    </p>
  )
}

function Keypad({ numbers, onEnter }: { numbers: Numbers; onEnter: (reading: number) => void }) {
  const words = useInspectorWords()
  const [text, setText] = useState('37.3')
  const reading = parseTemperature(text, numbers)
  const step = (by: number) => setText((before) => stepTemperature(before, by))
  return (
    <form
      ref={intoSight}
      className="keypad"
      onSubmit={(event) => {
        event.preventDefault()
        if (reading !== undefined) onEnter(reading)
      }}
    >
      <Button aria-label={words.temperatureDown} onClick={() => step(-1)}>
        <Icon of={minusIcon} />
      </Button>
      <Field
        label={words.marks.temperature}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={reading === undefined ? words.temperatureBounds : undefined}
      />
      <Button aria-label={words.temperatureUp} onClick={() => step(1)}>
        <Icon of={plusIcon} />
      </Button>
      <Button type="submit" kind="primary" wide disabled={reading === undefined} className="keypad-enter">
        {words.temperatureEnter}
      </Button>
    </form>
  )
}
