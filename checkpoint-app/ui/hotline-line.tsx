import { Icon } from './icon.tsx'
import { phoneIcon } from './icons.ts'
import { useUiWords } from './use-ui-words.ts'
import './notes.css'

/** The helpline, at the foot of each page. */
export function HotlineLine() {
  const words = useUiWords()
  return (
    <p className="hotline">
      <a href="tel:12328">
        <Icon of={phoneIcon} size={20} />
        {words.hotline}
      </a>
      <br />
      {words.hotlineHours}
    </p>
  )
}
