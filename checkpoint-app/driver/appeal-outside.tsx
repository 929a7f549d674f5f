import { useState } from 'react'
import { sayings } from '../../shared/appeals/kinds.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { AppealForm } from './appeal-form.tsx'
import type { Appeals } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'

type Given = { seat: number; from: string; send: Appeals['send'] }

/** A health code that another authority gave: referred to it, never changed here (R101). */
export function AppealOutside({ seat, from, send }: Given) {
  const words = useAppealWords()
  const [open, setOpen] = useState(false)
  const [region, setRegion] = useState('')
  const [lacks, setLacks] = useState(false)
  const [colour, setColour] = useState<'yellow' | 'red'>('yellow')
  const close = () => setOpen(false)
  return (
    <section className="stack" aria-label={words.outside}>
      <h2>{words.outside}</h2>
      <p>{words.outsideLine}</p>
      {open ? (
        <AppealForm
          sayings={sayings['external-code']}
          onCancel={close}
          onDone={close}
          onSend={(written) => {
            setLacks(region === '')
            return region === '' ? undefined : send({ kind: 'external-code', seat, region, colour, ...written })
          }}
        >
          <RegionPicker
            label={words.region}
            value={region}
            onChange={setRegion}
            near={[from]}
            error={lacks && region === '' ? words.regionNeeded : undefined}
          />
          <Choice
            legend={words.colour}
            columns={2}
            value={colour}
            onChange={setColour}
            options={[
              { value: 'yellow', label: words.yellow },
              { value: 'red', label: words.red },
            ]}
          />
        </AppealForm>
      ) : (
        <Button wide onClick={() => setOpen(true)}>
          {words.outsideOpen}
        </Button>
      )}
    </section>
  )
}
