import type * as z from 'zod/mini'
import type { sentNotice } from '../../schema/api/notices.ts'
import type { SentState } from '../../shared/notices/kinds.ts'
import { lineNames, sentWords } from '../../shared/wording/notices.ts'
import { useLanguage } from './language.tsx'
import { Shape, type Tone } from './state-mark.tsx'
import './sent-mark.css'

const tones: Readonly<Record<SentState, Tone>> = {
  waiting: 'act',
  sent: 'act',
  delivered: 'go',
  failed: 'stop',
  dropped: 'void',
}

type Given = { sent: z.infer<typeof sentNotice> }

/** 短信 已送达 10:21: over what something left, what became of it, and since when; of what failed, the code. */
export function SentMark({ sent: { line, state, at, code } }: Given) {
  const { language } = useLanguage()
  return (
    <span className={`sent-mark sent-${state}`}>
      <Shape tone={tones[state]} size={14} /> {lineNames[line][language]} {sentWords[state][language]}
      {state !== 'dropped' && ` ${at.slice(11, 16)}`}
      {state === 'failed' && code !== null && ` (${code})`}
    </span>
  )
}
