import { useLanguage } from '../ui/language.tsx'
import { usePublishedNumbers } from '../ui/number-lines.tsx'
import { linesOf } from '../ui/published-numbers.ts'

/** The city's numbers on a paper that hangs at the road: what is published when it is printed. */
export function PaperNumbers() {
  const { language } = useLanguage()
  const lines = linesOf(usePublishedNumbers(), language)
  return <span className="paper-numbers">{lines.map(({ name, said }) => `${name} ${said}`).join(' · ')}</span>
}
