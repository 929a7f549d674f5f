import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { eraseIcon } from '../ui/icons.ts'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'
import './pass.css'

type Given = {
  label: string
  /** The digits as they are meant: 25 分钟, K44+950. */
  shown: string
  hint?: string | undefined
  digits: string
  most: number
  onType: (digits: string) => void
}

const keys = Array.from('1234567890')

/** Big keys of the page itself: a phone's own keyboard hides half the form and knows no gloves. */
export function DigitPad({ label, shown, hint, digits, most, onType }: Given) {
  const words = useQueueReportWords()
  const pad = useRef<HTMLDivElement>(null)
  useEffect(() => {
    pad.current?.scrollIntoView({ block: 'end' })
  }, [])
  return (
    <div ref={pad} className="stack-tight digit-pad">
      <output className="digit-shown" aria-label={label}>
        {shown === '' ? <span className="quiet small">{label}</span> : shown}
      </output>
      {hint !== undefined && <p role="status">{hint}</p>}
      <div className="number-keys" role="group" aria-label={words.keys}>
        {keys.map((key) => (
          <Button key={key} disabled={digits.length >= most} onClick={() => onType(digits + key)}>
            {key}
          </Button>
        ))}
        <Button aria-label={words.remove} disabled={digits === ''} onClick={() => onType(digits.slice(0, -1))}>
          <Icon of={eraseIcon} />
        </Button>
      </div>
    </div>
  )
}
