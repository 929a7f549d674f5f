import type * as z from 'zod/mini'
import type { leadView } from '../../../schema/api/leads.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useLeadWords } from './words.ts'

export type Lead = z.infer<typeof leadView>

const tones: Readonly<Record<Lead['state'], Tone>> = {
  open: 'care',
  'passed-on': 'act',
  confirmed: 'stop',
  unfounded: 'void',
}

export function LeadState({ lead: { state, passedTo } }: { lead: Lead }) {
  const words = useLeadWords()
  return (
    <span className="lead-line">
      <StateMark size="small" tone={tones[state]} word={words.states[state]} />
      {state === 'passed-on' && passedTo && <span className="quiet">{words.passedTo[passedTo]}</span>}
    </span>
  )
}

/** Of two places the way from the earlier to the later, and why nobody drives it so fast. */
export function Places({ lead: { place, other, apart } }: { lead: Lead }) {
  const words = useLeadWords()
  return (
    <span className="lead-line">
      <span>
        {other && `${other.name} → `}
        {place.name}
      </span>
      {apart && <span className="quiet">{words.kmMinutes(apart.km, apart.minutes)}</span>}
    </span>
  )
}
