import type { ReactNode } from 'react'
import { Shape } from '../../ui/state-mark.tsx'
import type { Tone } from '../inspections/facts-in-words.ts'

export type Fact = { readonly label: string; readonly value: ReactNode; readonly tone?: Tone }

/** Label and value line by line, with a shape where the value is good or not. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ label, value, tone = 'plain' }) => (
      <div key={label} className="fact">
        <dt>{label}</dt>
        <dd>
          {tone !== 'plain' && <Shape tone={tone} size={18} />}
          <span>{value}</span>
        </dd>
      </div>
    ))}
  </dl>
)
