import { Icon } from './icon.tsx'
import { phoneIcon } from './icons.ts'
import { useUiWords } from './use-ui-words.ts'
import './notes.css'

/** The helpline, at the foot of each page; `write`: where this face takes a report in writing. */
export function HotlineLine({ write }: { write?: string }) {
  const words = useUiWords()
  return (
    <p className="hotline">
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
  )
}
