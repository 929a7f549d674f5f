import { useState } from 'react'
import { findTrip } from '../../schema/api/trips.ts'
import { normalisePhone } from '../../shared/identity/phone.ts'
import { normalisePlate } from '../../shared/identity/plate.ts'
import type { BodyOf } from '../../schema/api/endpoint.ts'
import { call, type ApiProblem } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { PlateKeyboard } from '../ui/plate-keyboard.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { useToast } from '../ui/toast.tsx'
import { ScreenTitle } from '../ui/screen-title.tsx'
import { keptPlace } from './appeal-place.ts'
import { useDriver } from './driver-state.tsx'
import { withTrip } from './stored.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

export type Clues = {
  way: 'number' | 'plate'
  number: string
  phoneTail: string
  plate: string
  phone: string
  idTail: string
}

/** What to send, or `undefined` while something is missing. */
export function findBody(clues: Clues): BodyOf<typeof findTrip> | undefined {
  if (clues.way === 'number') {
    const number = clues.number.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '')
    const phoneTail = clues.phoneTail.normalize('NFKC').trim()
    return number.length >= 8 && /^\d{4}$/.test(phoneTail) ? { number, phoneTail } : undefined
  }
  const idTail = clues.idTail.normalize('NFKC').trim().toUpperCase()
  const [plate, phone] = [normalisePlate(clues.plate), normalisePhone(clues.phone)]
  return plate.length >= 4 && phone.length >= 6 && /^[0-9A-Z]{4}$/.test(idTail) ? { plate, phone, idTail } : undefined
}

/** Opens a trip that was registered on another phone. */
export function FindScreen() {
  const { find } = useDriverWords()
  const { change } = useDriver()
  const say = useToast()
  const [, go] = useRoute()
  const [clues, setClues] = useState<Clues>({
    way: 'number',
    number: '',
    phoneTail: '',
    plate: '',
    phone: '',
    idTail: '',
  })
  const [problem, setProblem] = useState<ApiProblem>()
  const [lacks, setLacks] = useState(false)
  const [busy, setBusy] = useState(false)
  const edit = (part: Partial<Clues>) => {
    setLacks(false)
    setProblem(undefined)
    setClues({ ...clues, ...part })
  }
  const text = (name: 'number' | 'phoneTail' | 'phone' | 'idTail') => ({
    label: find[name],
    value: clues[name],
    onChange: (event: { currentTarget: { value: string } }) => edit({ [name]: event.currentTarget.value }),
    className: 'field-input wide-digits',
  })
  const search = async () => {
    const body = findBody(clues)
    setLacks(!body)
    if (!body) return
    setBusy(true)
    const answer = await call(findTrip, { body })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    const { trip, key, code } = answer.value
    change((state) => withTrip(state, { key, trip, code, pass: null, seenAt: serverNow() }))
    say(find.found)
    go(keptPlace() === undefined ? { screen: 'code', id: trip.id } : { screen: 'appeal', opening: null })
  }
  return (
    <form
      className="stack on-screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void search()
      }}
    >
      <ScreenTitle>{find.title}</ScreenTitle>
      <p className="quiet">{find.line}</p>
      <FindWay way={clues.way} onChange={(way) => edit({ way })} />
      {clues.way === 'number' ? (
        <>
          <Field {...text('number')} inputMode="numeric" maxLength={20} />
          <Field {...text('phoneTail')} inputMode="numeric" maxLength={4} />
        </>
      ) : (
        <>
          <PlateKeyboard label={find.byPlate} value={clues.plate} onChange={(plate) => edit({ plate })} />
          <Field {...text('phone')} type="tel" maxLength={24} />
          <Field {...text('idTail')} maxLength={4} autoCapitalize="characters" />
        </>
      )}
      {lacks && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {find.incomplete}
        </p>
      )}
      {problem && <ErrorNote problem={problem} />}
      <Button kind="primary" wide type="submit" busy={busy}>
        {find.go}
      </Button>
    </form>
  )
}

function FindWay({ way, onChange }: { way: Clues['way']; onChange: (way: Clues['way']) => void }) {
  const { find } = useDriverWords()
  const options = [
    { value: 'number', label: find.byNumber },
    { value: 'plate', label: find.byPlate },
  ] as const
  return <Choice legend={find.way} options={options} value={way} onChange={onChange} columns={2} />
}
