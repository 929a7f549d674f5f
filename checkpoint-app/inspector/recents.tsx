import { useEffect, useState } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import { shortTime } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import { sayingWords } from '../../shared/wording/queue-report.ts'
import type { QueueLine } from '../device/store.ts'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'
import { useLanguage } from '../ui/language.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { isRow } from './is-row.ts'
import { useOfflineWords } from './offline-words.ts'
import { usePhotoWords } from './photo-words.ts'
import { useReportWords } from './report-words.ts'
import { stateWord } from './record-state.tsx'
import { shiftLine, useShiftWords } from './shift-words.ts'
import { useInspectorWords } from './use-words.ts'

/** The newest checks of this phone and where their records are; before them those that somebody must look at, however old. */
export function Recents() {
  const words = useInspectorWords()
  const { items } = usePhone()
  return (
    <>
      <Flagged />
      {items.length === 0 ? (
        <p className="quiet">{words.recentsNone}</p>
      ) : (
        <ul className="recents" aria-label={words.recents}>
          {items.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </ul>
      )}
    </>
  )
}

function Flagged() {
  const words = useOfflineWords()
  const { phone } = useBooth()
  const { counts, stuck } = usePhone()
  const [lines, setLines] = useState<readonly QueueLine[]>([])
  const count = counts.refused + counts.differs + stuck.length
  useEffect(() => {
    let open = true
    const read = () => void phone.flagged().then((found) => open && setLines(found))
    read()
    const stop = phone.subscribe(read)
    return () => {
      open = false
      stop()
    }
  }, [phone])
  if (count === 0) return null
  return (
    <section aria-label={words.flagged(count)}>
      <h3>▲ {words.flagged(count)}</h3>
      {counts.differs > 0 && <p className="quiet small">{words.differsWhy}</p>}
      {stuck.length > 0 && <p className="quiet small">{words.stuckWhy}</p>}
      <ul className="recents">
        {[...stuck, ...lines].map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Line({ item }: { item: QueueLine }) {
  const words = useInspectorWords()
  const photo = usePhotoWords()
  const report = useReportWords()
  const queue = useQueueReportWords()
  const shift = useShiftWords()
  const { language } = useLanguage()
  const { held } = usePhone()
  return (
    <li>
      <p>
        <strong>{showPlate(item.summary.plate)}</strong> <span className="quiet">{shortTime(item.at)}</span>
      </p>
      <p>
        {item.kind === 'registration' && words.registrationRow}
        {item.kind === 'photo' && photo.line}
        {item.kind === 'case' && report.line}
        {item.told &&
          queue.line(sayingWords(item.told.saying, item.told.heard?.metres ?? item.told.saying.metres)[language])}
        {item.kind === 'shift' && shiftLine(shift, item.summary.outcome)}
        {item.kind === 'inspection' && isRow(item.summary.row) && headlines[item.summary.row][language]}{' '}
        <span className="quiet">{item.summary.code}</span>
      </p>
      <p className={item.state === 'refused' ? 'recent-refused' : 'quiet'}>
        {item.state === 'refused' && '▲ '}
        {held.includes(item.id) && `▲ ${words.notStored} · `}
        {stateWord(item, words)}
        {item.problem && ` ${item.problem.code} ${item.problem.message}`}
        {item.answer?.agrees === false && ` ▲ ${words.disagrees}`}
      </p>
    </li>
  )
}
