import { useState } from 'react'
import { dryRun } from '../../../schema/api/editions.ts'
import { beijingIso, day, instant, plus, type Instant } from '../../../shared/instant.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { Busy } from '../../ui/busy.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { Chips } from '../ledger/chips.tsx'
import { useSession } from '../session.tsx'
import { DryRunReport } from './dry-run-report.tsx'
import { isStale, type Amendment } from './standing.ts'
import { useEditionWords } from './words.ts'

const spans = ['day', 'yesterday', 'week', 'month'] as const
type Span = (typeof spans)[number]

/** Whole Beijing days, but for the last 24 hours. The server's clock may be a moment behind ours. */
export function spanOf(span: Span, now: Instant): { from: string; until: string } {
  const until = plus(now, -5000)
  if (span === 'day') return { from: beijingIso(plus(until, -day)), until: beijingIso(until) }
  const midnight = instant(Date.parse(`${beijingIso(now).slice(0, 10)}T00:00:00+08:00`))
  const days = { yesterday: 1, week: 7, month: 30 }[span]
  return { from: beijingIso(plus(midnight, -days * day)), until: beijingIso(midnight) }
}

type Given = { amendment: Amendment; mayRun: boolean; onTried: (amendment: Amendment) => void }

function useRunning({ amendment: { id, version }, onTried }: Given) {
  const { ask } = useSession()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const run = async (span: Span) => {
    setBusy(true)
    setProblem(undefined)
    const answer = await ask(dryRun, { params: { id }, body: { version, ...spanOf(span, serverNow()) } })
    setBusy(false)
    if (answer.ok) onTried(answer.value)
    else setProblem(answer.problem)
  }
  return { busy, problem, run }
}

/** What the draft would have changed; nobody signs without having seen it. */
export function DryRunPanel(given: Given) {
  const { amendment, mayRun } = given
  const words = useEditionWords()
  const [span, setSpan] = useState<Span>(amendment.class === 'emergency' ? 'day' : 'yesterday')
  const { busy, problem, run } = useRunning(given)
  const tried = amendment.dryRun
  return (
    <section className="stack panel" aria-label={words.dryRun}>
      <h2>{words.dryRun}</h2>
      <p className="quiet">{words.dryRunLead}</p>
      {mayRun && (
        <div className="page-actions screen-only">
          <Chips
            label={words.span}
            chips={spans.map((value) => ({ value, label: words.spans[value] }))}
            value={span}
            onChange={setSpan}
          />
          <Button kind={tried ? 'secondary' : 'primary'} compact busy={busy} onClick={() => void run(span)}>
            {tried ? words.runAgain : words.run}
          </Button>
        </div>
      )}
      {busy && <Busy label={words.running} />}
      {problem && <ErrorNote problem={problem} />}
      {tried && mayRun && isStale(amendment, serverNow()) && <StateMark tone="care" size="small" word={words.stale} />}
      {tried && <DryRunReport dryRun={tried} />}
    </section>
  )
}
