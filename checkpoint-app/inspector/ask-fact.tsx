import { useState } from 'react'
import type { HealthCode, TravelCard } from '../../shared/facts.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Numbers } from '../../shared/policy/numbers.ts'
import type { DocumentFact } from '../../shared/policy/verdict.ts'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { whitelistHere } from '../device/facts-here.ts'
import type { PersonAnswers, PersonHere } from '../device/known-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { Ask } from './ask.tsx'
import { PickTime } from './pick-time.tsx'
import { RiskAreaButton } from '../ui/risk-area-list.tsx'
import { usePhone } from './desk-context.tsx'
import { useInspectorWords } from './use-words.ts'

export type FactGiven = {
  fact: DocumentFact
  who: string
  here: PersonHere
  declaredStay: boolean | null | undefined
  now: Instant
  /** The law's, of this moment. */
  numbers: Numbers
  onAnswer: (answers: PersonAnswers) => void
}

/** One fact of one person. */
export function AskFact(given: FactGiven) {
  if (given.fact === 'nucleicAcid') return <AskTest {...given} />
  if (given.fact === 'healthCode') return <AskHealthCode {...given} />
  return given.fact === 'travelCard' ? <AskTravelCard {...given} /> : <AskStay {...given} />
}

const titleFor = (question: string, who: string) => `${who}　${question}`

function AskTest({ who, now, numbers, onAnswer }: FactGiven) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const [picking, setPicking] = useState<'negative' | 'pending'>()
  const title = titleFor(wordings[language].ask.nucleicAcid.question(numbers), who)
  if (picking !== undefined)
    return (
      <PickTime
        now={now}
        title={title}
        sampleOnly={picking === 'pending'}
        action={picking === 'pending' ? words.pendingTest : words.timeUse}
        onPick={(at, which) => onAnswer({ nucleicAcid: { result: picking, [which]: at } })}
        onBack={() => setPicking(undefined)}
      />
    )
  const { answer } = wordings[language]
  return (
    <Ask
      title={title}
      columns={2}
      options={[
        { label: answer.nucleicAcid.negative, kind: 'primary', pick: () => setPicking('negative') },
        { label: words.overAge(numbers.testValidity), pick: () => onAnswer({ nucleicAcid: { result: 'negative' } }) },
        { label: words.pendingTest, pick: () => setPicking('pending') },
        { label: words.noTest, pick: () => onAnswer({ nucleicAcid: null }) },
        {
          label: `■ ${words.positiveTest}`,
          kind: 'danger',
          pick: () => onAnswer({ nucleicAcid: { result: 'positive' } }),
        },
      ]}
    />
  )
}

const healthOrder: readonly HealthCode[] = ['green', 'yellow', 'red']
const healthShapes = { green: '✔', yellow: '▲', red: '■' } as const

function AskHealthCode({ who, numbers, here, onAnswer }: FactGiven) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const [yellow, setYellow] = useState(false)
  const { answer, ask } = wordings[language]
  // The ground matters only to a driver on the white list (M2).
  const asksGround = whitelistHere(here) !== undefined
  const pick = (code: HealthCode) =>
    code === 'yellow' && asksGround ? setYellow(true) : onAnswer({ healthCode: code })
  if (yellow)
    return (
      <Ask
        title={words.groundQuestion}
        options={[
          {
            label: words.groundItinerary,
            pick: () => onAnswer({ healthCode: 'yellow', healthCodeGround: 'itinerary' }),
          },
          { label: words.groundOther, pick: () => onAnswer({ healthCode: 'yellow', healthCodeGround: 'other' }) },
          { label: words.groundUnknown, pick: () => onAnswer({ healthCode: 'yellow', healthCodeGround: null }) },
        ]}
      />
    )
  return (
    <Ask
      title={titleFor(ask.healthCode.question(numbers), who)}
      columns={2}
      options={[
        ...healthOrder.map((code) => ({
          label: `${healthShapes[code]} ${answer.healthCode[code]}`,
          pick: () => pick(code),
        })),
        { label: answer.healthCode.unshown, pick: () => onAnswer({ healthCode: null }) },
      ]}
    />
  )
}

const cardOrder: readonly TravelCard[] = ['green', 'green-starred', 'yellow', 'orange', 'red']
const cardShapes = { green: '✔', 'green-starred': '✔', yellow: '▲', orange: '■', red: '■' } as const

function AskTravelCard({ who, numbers, onAnswer }: FactGiven) {
  const { language } = useLanguage()
  const { answer, ask, hint } = wordings[language]
  return (
    <Ask
      title={titleFor(ask.travelCard.question(numbers), who)}
      hint={hint.asterisk}
      columns={2}
      options={[
        ...cardOrder.map((card) => ({
          label: `${cardShapes[card]} ${answer.travelCard[card]}`,
          pick: () => onAnswer({ travelCard: card }),
        })),
        { label: answer.travelCard.unshown, pick: () => onAnswer({ travelCard: null }) },
      ]}
    />
  )
}

/** What the driver declared is shown, and asked all the same. */
function AskStay({ who, numbers, declaredStay, onAnswer }: FactGiven) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const said = declaredStay === true ? words.yes : declaredStay === false ? words.no : words.cannotSay
  return (
    <Ask
      title={titleFor(wordings[language].ask.riskStay.question(numbers), who)}
      hint={declaredStay === undefined ? undefined : `${words.declared}${said}`}
      columns={2}
      options={[
        { label: words.no, kind: 'primary', pick: () => onAnswer({ riskStay: false }) },
        { label: words.yes, pick: () => onAnswer({ riskStay: true }) },
        { label: words.cannotSay, pick: () => onAnswer({ riskStay: null }) },
      ]}
    >
      <RiskAreasHere />
    </Ask>
  )
}

/** The list is there to compare with, online or not; it decides nothing. */
function RiskAreasHere() {
  const { bundle } = usePhone()
  const asOf = bundle && { asOf: bundle.manifest.madeAt }
  return <RiskAreaButton areas={bundle?.parts.riskAreas} {...asOf} />
}
