import type { Opened } from '../../shared/credential/open.ts'
import { Shape } from '../ui/state-mark.tsx'
import { howShown } from './how-shown.ts'
import { useInspectorWords } from './use-words.ts'

/** 实时, 纸质码 or 疑似截图, beside the truck: paper on the screen of a phone is then noticed. */
export function HowShownMark({ code }: { code: Opened | null | undefined }) {
  const words = useInspectorWords()
  const mark = howShown(code, words)
  return (
    mark && (
      <span className="how-shown">
        <Shape tone={mark.tone} size={16} /> {mark.word}
      </span>
    )
  )
}
