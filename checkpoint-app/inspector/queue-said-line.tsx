import { lengthOf } from '../../shared/congestion/told-check.ts'
import { shortTime } from '../../shared/instant.ts'
import { sayingWords } from '../../shared/wording/queue-report.ts'
import type { QueueLine } from '../device/store.ts'
import { useLanguage } from '../ui/language.tsx'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'
import { usePhone } from './desk-context.tsx'
import { shiftHere } from './own-shift.ts'

/** 03:12 拥堵 · 等候 40 分钟, and where that is. */
export function QueueSaidLine({ item }: { item: QueueLine }) {
  const words = useQueueReportWords()
  const { language } = useLanguage()
  const road = shiftHere(usePhone()).news?.road ?? null
  const { told, state } = item
  if (told === undefined) return null
  const mark = { waiting: `○ ${words.kept}`, sent: `✔ ${words.sent}`, refused: `■ ${words.refused}` }[state]
  return (
    <>
      <p>
        <strong>{sayingWords(told.saying, told.heard?.metres ?? lengthOf(told.saying, road))[language]}</strong>
      </p>
      <p>
        {mark} <span className="quiet">{shortTime(item.at)}</span>
      </p>
    </>
  )
}
