import { useState } from 'react'
import type { Instant } from '../../shared/instant.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { DocumentFact } from '../../shared/policy/verdict.ts'
import type { PersonAnswers, PersonHere } from '../device/known-here.ts'
import { Ask } from './ask.tsx'
import { AskFact } from './ask-fact.tsx'
import { useBooth } from './desk-context.tsx'
import { PickTime } from './pick-time.tsx'
import { RefuseButton } from './refuse-button.tsx'
import { useInspectorWords } from './use-words.ts'

type Given = {
  person: number
  here: PersonHere
  who: string
  missing: readonly DocumentFact[]
  declaredStay: boolean | null | undefined
  now: Instant
  numbers: Numbers
}

/** What is good in each of the four; only what is still missing is filled in. */
const fine: PersonAnswers = { healthCode: 'green', travelCard: 'green', riskStay: false }

function allFine(missing: readonly DocumentFact[], nucleicAcid: PersonAnswers['nucleicAcid']): PersonAnswers {
  const whole = { ...fine, ...(nucleicAcid === undefined ? {} : { nucleicAcid }) }
  return Object.fromEntries(Object.entries(whole).filter(([fact]) => missing.some((each) => each === fact)))
}

/** One proof, two codes and the stays of one person: all good in two taps, or one by one. */
export function AskDocuments({ person, here, who, missing, declaredStay, now, numbers }: Given) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const [way, setWay] = useState<'choose' | 'fine' | 'single'>(missing.length > 1 ? 'choose' : 'single')
  const answered = (answers: PersonAnswers) => desk.send({ type: 'answered', person, answers })
  const [fact] = missing
  if (way === 'fine')
    return (
      <PickTime
        now={now}
        title={words.allFineTime}
        action={words.timeUse}
        onPick={(at, which) => answered(allFine(missing, { result: 'negative', [which]: at }))}
        onBack={() => setWay('choose')}
      />
    )
  if (way === 'single' && fact !== undefined)
    return (
      <>
        <AskFact
          key={fact}
          fact={fact}
          who={who}
          here={here}
          declaredStay={declaredStay}
          now={now}
          numbers={numbers}
          onAnswer={answered}
        />
        <RefuseButton person={person} />
      </>
    )
  const fast = () => (missing.includes('nucleicAcid') ? setWay('fine') : answered(allFine(missing, undefined)))
  return (
    <Ask
      title={words.documentsOf(who)}
      hint={words.allFineHint}
      columns={2}
      options={[
        { label: `✔ ${words.allFine}`, kind: 'primary', pick: fast },
        { label: words.oneByOne, pick: () => setWay('single') },
      ]}
    >
      <RefuseButton person={person} />
    </Ask>
  )
}
