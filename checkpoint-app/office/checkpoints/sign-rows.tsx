import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { withSign, type SignRow } from './road.ts'
import { useRoadWords } from './road-words.ts'

type Given = {
  signs: readonly SignRow[]
  error: string | undefined
  onChange: (signs: readonly SignRow[]) => void
}

/** The signs beside the road, a line each; its number stays with a sign, for it is printed on it. */
export function SignRows({ signs, error, onChange }: Given) {
  const words = useRoadWords()
  const type = (number: number, metres: string) =>
    onChange(signs.map((one) => (one.number === number ? { number, metres } : one)))
  return (
    <fieldset className="stack panel" data-invalid={error ? true : undefined}>
      <legend className="panel-title">{words.signs}</legend>
      <p className="quiet">{words.signsHint}</p>
      {signs.length === 0 && <p>{words.signsNone}</p>}
      {signs.map(({ number, metres }) => (
        <div key={number} className="sign-row">
          <Field
            label={words.sign(number)}
            value={metres}
            inputMode="numeric"
            maxLength={5}
            onChange={(event) => type(number, event.currentTarget.value.normalize('NFKC').replace(/\D/g, ''))}
          />
          <Button
            kind="ghost"
            compact
            aria-label={words.removeSign(number)}
            onClick={() => onChange(signs.filter((one) => one.number !== number))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      {error && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {error}
        </p>
      )}
      {signs.length < 40 && (
        <Button compact onClick={() => onChange(withSign(signs))}>
          {words.addSign}
        </Button>
      )}
    </fieldset>
  )
}
