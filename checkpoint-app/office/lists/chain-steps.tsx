import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { getEntry } from '../../../schema/api/lists.ts'
import type { Bilingual } from '../../../shared/policy/documents.ts'
import { chainOf, stepOf } from '../../../shared/lists/chain.ts'
import { listReasons } from '../../../shared/lists/reasons.ts'
import { Shape } from '../../ui/state-mark.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { useListWords, type ListWords } from './words.ts'
import './lists.css'

export type EntryWhole = AnswerOf<typeof getEntry>
type Taken = EntryWhole['steps'][number]

const reasonOf = (id: string): Bilingual | undefined => Object.entries(listReasons).find(([one]) => one === id)?.[1]

const deedName = (step: string, words: ListWords): string | undefined => {
  const { suspend, resume, remove, extend } = words
  return { suspend, resume, remove, extend }[step]
}

function TakenStep({ step, list }: { step: Taken; list: EntryWhole['entry']['list'] }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const name = stepOf(list, step.step)?.name[language] ?? deedName(step.step, words) ?? step.step
  const reason = step.reason === null ? undefined : (reasonOf(step.reason)?.[language] ?? step.reason)
  return (
    <li className="approval-step">
      <Shape tone={step.step === 'suspend' || step.step === 'remove' ? 'stop' : 'go'} size={18} />
      <span>
        <strong>{name}</strong>
        <span className="only-read">{words.done}</span>
        <br />
        <span className="quiet">
          {shortIso(step.at)}　{step.by ?? words.system}
          {step.by !== null && step.documentNo !== null && `　${step.documentNo}`}
          {reason !== undefined && `　${reason}`}
        </span>
      </span>
    </li>
  )
}

/** The chain as it was gone, then what is still to come. */
export function ChainSteps({ whole: { entry, steps } }: { whole: EntryWhole }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const chain = chainOf(entry.list)
  const at = chain.findIndex(({ id }) => id === entry.next)
  const coming = at < 0 ? [] : chain.slice(at)
  return (
    <section className="stack-tight" aria-label={words.chain}>
      <h3>{words.chain}</h3>
      <ol className="approval">
        {steps.map((step, place) => (
          <TakenStep key={`${place} ${step.step}`} step={step} list={entry.list} />
        ))}
        {coming.map(({ id, name }, place) => (
          <li key={id} className={place === 0 ? 'approval-step is-next' : 'approval-step'}>
            <Shape tone={place === 0 ? 'act' : 'void'} size={18} />
            <span>
              {name[language]} <span className="quiet">{place === 0 ? words.upNext : words.waiting}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
