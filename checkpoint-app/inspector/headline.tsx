import type { Row } from '../../shared/policy/verdict.ts'
import { headlinePhrases } from '../../shared/wording/headline-phrases.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { useLanguage } from '../ui/language.tsx'

/** The conclusion, broken between words only. English breaks at its spaces by itself. */
export function Headline({ row }: { row: Row }) {
  const { language } = useLanguage()
  const english = headlines[row].en
  if (language === 'en')
    return <h1 className={english.length > 16 ? 'verdict-headline is-long' : 'verdict-headline'}>{english}</h1>
  return (
    <h1 className="verdict-headline">
      {headlinePhrases(row).map((phrase) => (
        <span key={phrase}>
          <span className="phrase">{phrase}</span>
          <wbr />
        </span>
      ))}
    </h1>
  )
}
