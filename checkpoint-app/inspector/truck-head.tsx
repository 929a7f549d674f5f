import type { Opened } from '../../shared/credential/open.ts'
import type { Judgement } from '../device/judge-here.ts'
import { useLanguage } from '../ui/language.tsx'
import { Plate } from '../ui/plate.tsx'
import { wordings } from '../../shared/wording/verdict-lines.ts'
import { HowShownMark } from './how-shown-mark.tsx'
import { useInspectorWords } from './use-words.ts'

type Given = { plate: string; code: Opened | null | undefined; judgement?: Judgement | undefined }

/** What is known of the truck, in one line. */
export function TruckHead({ plate, code, judgement }: Given) {
  const words = useInspectorWords()
  const { language } = useLanguage()
  const { answer } = wordings[language]
  const { trip, freightCode } = judgement?.facts ?? {}
  const registered = trip?.registered === true ? words.registered : words.notRegistered
  const facts = [
    trip?.scope && answer.scope[trip.scope],
    trip?.registered !== undefined && trip.scope !== 'in-province' && registered,
    freightCode && answer.freightCode[freightCode],
  ]
  return (
    <div className="truck-head">
      <Plate plate={plate} />
      <p>
        {facts.filter(Boolean).map((fact) => (
          <span key={String(fact)}>{fact}</span>
        ))}
        <HowShownMark code={code} />
      </p>
    </div>
  )
}
