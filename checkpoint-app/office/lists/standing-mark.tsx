import type { Standing } from '../../../shared/lists/stage.ts'
import { standingWords } from '../../../shared/lists/words.ts'
import { StateMark, type Tone } from '../../ui/state-mark.tsx'
import { useChosenLanguage } from '../words.ts'

const tones: Readonly<Record<Standing, Tone>> = {
  draft: 'void',
  submitted: 'act',
  approved: 'act',
  'in-force': 'go',
  'ending-soon': 'care',
  ended: 'void',
  suspended: 'stop',
  removed: 'void',
}

export function StandingMark({ standing, size = 'small' }: { standing: Standing; size?: 'small' | 'normal' }) {
  return <StateMark tone={tones[standing]} size={size} word={standingWords[standing][useChosenLanguage()]} />
}
