import { clause, everyClause } from '../../../shared/policy/documents.ts'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import type { Errors } from '../use-form.ts'
import { blankDocument, type DocumentForm, type DraftForm } from './draft.ts'
import { clauseInWords } from './numbers.ts'
import { useEditionWords } from './words.ts'

type Given = { form: DraftForm; set: (change: Partial<DraftForm>) => void; errors: Errors }

const above = everyClause.filter((ref) => clause(ref).document.level !== 'city')
const lines = ['title', 'number', 'issuer', 'issuedOn', 'article', 'zh', 'en'] as const

function Clauses({ form, set }: Given) {
  const { form: words } = useEditionWords()
  const { language } = useLanguage()
  const toggle = (ref: string) =>
    set({ clauses: form.clauses.includes(ref) ? form.clauses.filter((one) => one !== ref) : [...form.clauses, ref] })
  return (
    <div className="stack-tight">
      <p className="field-label">{words.basisClauses}</p>
      <div className="clause-list" tabIndex={0} role="group" aria-label={words.basisClauses}>
        {above.map((ref) => (
          <Check
            key={ref}
            checked={form.clauses.includes(ref)}
            onChange={() => toggle(ref)}
            label={
              <>
                <strong>{clauseInWords(ref, language)}</strong>{' '}
                <span className="quiet">{clause(ref).summary[language]}</span>
              </>
            }
          />
        ))}
      </div>
    </div>
  )
}

function NewDocument({ document, set, errors }: Omit<Given, 'form'> & { document: DocumentForm }) {
  const { form: words, levels } = useEditionWords()
  const change = (part: Partial<DocumentForm>) => set({ document: { ...document, ...part } })
  return (
    <div className="document-fields">
      <Select
        label={words.document.level}
        options={(['provincial', 'national'] as const).map((value) => ({ value, label: levels[value] }))}
        value={document.level}
        onChange={(level) => change({ level })}
      />
      {lines.map((line) => (
        <Field
          key={line}
          label={words.document[line]}
          type={line === 'issuedOn' ? 'date' : 'text'}
          error={errors[`document.${line}`]}
          maxLength={line === 'zh' || line === 'en' ? 300 : line === 'title' ? 120 : line === 'article' ? 30 : 60}
          value={document[line]}
          onChange={(event) => change({ [line]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

/** A clause from above, or the document that came today. Without either, nothing is drafted. */
export function BasisFields(given: Given) {
  const { form, set, errors } = given
  const { form: words } = useEditionWords()
  return (
    <fieldset className="stack panel">
      <legend className="panel-title">{words.basisTitle}</legend>
      <p className="quiet">{words.basisWhy}</p>
      <Clauses {...given} />
      <Check
        checked={form.document !== null}
        label={words.basisNew}
        error={errors.clauses}
        onChange={(on) => set({ document: on ? blankDocument : null })}
      />
      {form.document && <NewDocument {...given} document={form.document} />}
    </fieldset>
  )
}
