import { Icon } from './icon.tsx'
import { phoneIcon } from './icons.ts'
import { NumberLines } from './number-lines.tsx'
import { useUiWords } from './use-ui-words.ts'
import './notes.css'

/** The helpline and the city's own numbers, at the foot of each page; `write`: where this face takes a report in writing. */
export function HotlineLine({ write }: { write?: string }) {
  const words = useUiWords()
  return (
    <div className="hotline">
      <p>
        <a href="tel:12328">
          <Icon of={phoneIcon} size={20} />
          {words.hotline}
        </a>
        <br />
        {words.hotlineHours}
        {write !== undefined && (
          <a className="text-link" href={write}>
            {words.hotlineWrite}
          </a>
        )}
      </p>
      <NumberLines />
    </div>
  )
}
