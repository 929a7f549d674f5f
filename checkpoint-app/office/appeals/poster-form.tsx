import { useState, type FormEvent } from 'react'
import { placeKinds, placeOf, placeText, type PlaceKind } from '../../../shared/appeals/places.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { addressOf } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { goTo } from '../use-address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useAppealOfficeWords } from './words.ts'

/** Where the poster hangs: a checkpoint of the list, or another place by its name. */
export function PosterForm() {
  const { poster: words, choose } = useAppealOfficeWords()
  const { places } = useAppealWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  const [kind, setKind] = useState<PlaceKind>('service-area')
  const [name, setName] = useState('')
  const [bad, setBad] = useState(false)
  const show = (event: FormEvent) => {
    event.preventDefault()
    const place = placeOf(`${kind}/${name.trim()}`)
    setBad(!place)
    if (place) goTo('appeals', undefined, { poster: placeText(place) })
  }
  const change = (next: string) => {
    setBad(false)
    setName(next)
  }
  return (
    <>
      <PageHead title={words.form} lead={words.printHint}>
        <a className="button button-ghost button-compact" href={addressOf('appeals')}>
          {words.back}
        </a>
      </PageHead>
      <form className="stack poster-form" noValidate onSubmit={show}>
        <Choice
          legend={words.kind}
          columns={2}
          value={kind}
          options={placeKinds.map((value) => ({ value, label: places[value] }))}
          onChange={(next) => {
            setKind(next)
            change('')
          }}
        />
        {kind === 'checkpoint' ? (
          <Select
            label={words.checkpoint}
            value={name}
            error={bad ? choose : undefined}
            options={[{ value: '', label: choose }, ...checkpoints.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={change}
          />
        ) : (
          <Field
            label={words.name}
            hint={words.nameHint}
            maxLength={30}
            value={name}
            error={bad ? words.nameBad : undefined}
            onChange={(event) => change(event.currentTarget.value)}
          />
        )}
        <Button kind="primary" type="submit">
          {words.show}
        </Button>
      </form>
    </>
  )
}
