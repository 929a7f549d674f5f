import { StateMark } from '../../ui/state-mark.tsx'
import { useRiskAreaPageWords } from './words.ts'

export function LevelMark({ level }: { level: 'high' | 'medium' }) {
  const words = useRiskAreaPageWords()
  return (
    <span className="one-word">
      <StateMark size="small" tone={level === 'high' ? 'stop' : 'care'} word={words.levels[level]} />
    </span>
  )
}
