import type { QueueLine } from '../device/store.ts'
import { usePhone } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'
import { useInspectorWords } from './use-words.ts'
import type { InspectorWords } from './words.zh.ts'

export function stateWord(item: QueueLine | undefined, words: InspectorWords): string {
  if (item === undefined) return words.saving
  return { waiting: words.stored, sent: words.sent, refused: words.refusedState }[item.state]
}

/** Where the record is: being written, kept here, or uploaded. Never said before it is true. */
export function RecordState({ shown }: { shown: Shown }) {
  const words = useInspectorWords()
  const { items, held } = usePhone()
  const item = items.find(({ id }) => id === shown.id)
  const failed = held.includes(shown.id)
  return (
    <div className="record" role="status">
      <span>{failed ? `▲ ${words.notStored}` : stateWord(item, words)}</span>
      <span>{words.code(shown.code)}</span>
      {item?.answer?.agrees === false && <p>▲ {words.disagrees}</p>}
      {failed && (
        <p>
          {words.diskFull}　{words.diskFullDo}
        </p>
      )}
    </div>
  )
}
