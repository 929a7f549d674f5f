import type { QueueLine } from '../device/store.ts'
import { usePhone } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'
import { useResultWords } from './result-words.ts'
import { useOfflineWords } from './offline-words.ts'
import { useInspectorWords } from './use-words.ts'
import type { InspectorWords } from './words.zh.ts'

export function stateWord(item: Pick<QueueLine, 'state'> | undefined, words: InspectorWords): string {
  if (item === undefined) return words.saving
  return { waiting: words.stored, sent: words.sent, refused: words.refusedState }[item.state]
}

/** Behind fifty newer ones (a clock put back) it is not in the list; what was written is not said to be being written. */
const shownItem = ({ kept }: Shown): Pick<QueueLine, 'state'> | undefined => (kept ? { state: 'waiting' } : undefined)

/** Where the record is: being written, kept here, or uploaded. Never said before it is true. */
export function RecordState({ shown }: { shown: Shown }) {
  const words = useInspectorWords()
  const offline = useOfflineWords()
  const result = useResultWords()
  const { items, held } = usePhone()
  const item = items.find(({ id }) => id === shown.id)
  const failed = held.includes(shown.id)
  return (
    <div className="record" role="status">
      <span>{failed ? `▲ ${words.notStored}` : stateWord(item ?? shownItem(shown), words)}</span>
      <span>{words.code(shown.code)}</span>
      {shown.apart && <p>▲ {result.isApart}</p>}
      {item?.answer?.agrees === false && <p>▲ {words.disagrees}</p>}
      {failed && (
        <p>
          {offline.held}　{offline.heldDo}
        </p>
      )}
    </div>
  )
}
