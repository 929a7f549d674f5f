import type { ReactNode } from 'react'
import type { VerdictLines } from '../../../shared/wording/verdict-lines.ts'
import { Shape } from '../../ui/state-mark.tsx'
import { useChosenLanguage } from '../words.ts'
import { headlineOf } from './headline.ts'
import { toneOf } from './marks.tsx'

type Given = { title: string; row: string; outcome: string; lines?: VerdictLines | undefined; children?: ReactNode }

/** Conclusion → reason → next step → article of one verdict. */
export function VerdictCard({ title, row, outcome, lines, children }: Given) {
  const language = useChosenLanguage()
  const tone = toneOf(outcome)
  return (
    <section className={`verdict verdict-${tone}`} aria-label={title}>
      <p className="verdict-title">
        {title} <span className="code">{row}</span>
      </p>
      <p className="verdict-headline">
        <Shape tone={tone} size={28} />
        <strong>{lines?.headline ?? headlineOf(row, language)}</strong>
      </p>
      {lines && (
        <>
          <p>{lines.reason}</p>
          <p>{lines.next}</p>
          <p className="quiet">{lines.article}</p>
        </>
      )}
      {children}
    </section>
  )
}
