import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useAppealOfficeWords } from '../appeals/words.ts'
import { useOfficeWords } from '../words.ts'
import type { InspectionRow } from './filters.ts'

/** The colour of each outcome (contracts §1); none of them turns anybody back. */
const outcomeTones: Readonly<Record<string, Tone>> = {
  release: 'go',
  'register-then-release': 'go',
  'release-tracked': 'go',
  'release-managed': 'care',
  'test-first': 'care',
  'check-documents': 'act',
  'register-on-site': 'act',
  'head-decides': 'care',
  observe: 'stop',
  'closed-loop': 'stop',
  'hold-medical': 'stop',
  ask: 'act',
  'not-freight': 'void',
}

export const toneOf = (outcome: string): Tone => outcomeTones[outcome] ?? 'void'

/** 离线核验, 端云不一致, corrections: only what is so. */
export function Marks({ row, agreementSaid = false }: { row: InspectionRow; agreementSaid?: boolean }) {
  const { inspections: words } = useOfficeWords()
  const { correct } = useAppealOfficeWords()
  return (
    <span className="marks">
      {!row.agrees && !agreementSaid && <StateMark size="small" tone="care" word={words.disagreement} />}
      {row.offline && <span className="tag">{words.offline}</span>}
      {row.corrects && <span className="tag">{words.corrects}</span>}
      {row.correctedBy && <span className="tag">{words.corrected}</span>}
      {row.correction && <StateMark size="small" tone="go" word={correct.mark} />}
    </span>
  )
}
