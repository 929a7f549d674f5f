import { useCallback } from 'react'
import { listMessages, markMessageSeen } from '../../../schema/api/messages.ts'
import { Empty } from '../../ui/empty.tsx'
import { addressOf, type Address } from '../address.ts'
import { useLive } from '../inspections/use-live.ts'
import { Chips } from '../ledger/chips.tsx'
import { More } from '../ledger/more.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { goTo } from '../use-address.ts'
import { usePages } from '../use-pages.ts'
import { useOfficeWords } from '../words.ts'
import { MessageCard } from './message-card.tsx'
import type { Message } from './message-lines.tsx'
import { urgentFirst } from './urgent-first.ts'
import { useMessageWords } from './words.ts'
import './messages.css'

type Shown = 'no' | 'yes' | 'all'
const shownIn = ({ show }: Address['query']): Shown => (show === 'yes' || show === 'all' ? show : 'no')

function useMessages(shown: Shown) {
  const { ask } = useSession()
  const fetch = useCallback(
    (before?: string) =>
      ask(listMessages, {
        query: { ...(shown === 'all' ? {} : { seen: shown }), ...(before === undefined ? {} : { before }) },
      }),
    [ask, shown],
  )
  return usePages<Message, { items: Message[]; next: string | null; unseen: number }>(fetch)
}

/** 通知: what the role was told, what nobody has acknowledged first. */
export function MessagesPage({ address: { query } }: { address: Address }) {
  const { pages } = useOfficeWords()
  const words = useMessageWords()
  const { ask } = useSession()
  const shown = shownIn(query)
  const list = useMessages(shown)
  useLive(true, list.reload)
  const acknowledge = async (id: string) => {
    const answer = await ask(markMessageSeen, { params: { id } })
    if (answer.ok) await list.reload()
    return answer
  }
  const chips = [
    { value: 'no' as const, label: words.unseen, ...(list.value && { count: list.value.unseen }) },
    { value: 'yes' as const, label: words.seen },
    { value: 'all' as const, label: words.all },
  ]
  return (
    <>
      <PageHead title={pages.messages} lead={words.lead} />
      <Chips
        label={words.filters}
        chips={chips}
        value={shown}
        onChange={(show) => goTo('messages', undefined, { show: show === 'no' ? undefined : show })}
      />
      <WhenLoaded loaded={list}>
        {() =>
          list.items?.length === 0 ? (
            <Empty title={shown === 'no' ? words.empty : words.emptyAll} />
          ) : (
            <ol className="message-list">
              {urgentFirst(list.items ?? []).map((message) => (
                <MessageCard
                  key={message.id}
                  message={message}
                  record={recordOf(message)}
                  onGot={acknowledge}
                  onChange={() => void list.reload()}
                />
              ))}
            </ol>
          )
        }
      </WhenLoaded>
      <More {...list} />
    </>
  )
}

/** Where the record it is about can be looked at. */
function recordOf({ kind, subject }: Message): string | undefined {
  if (kind === 'lead-new') return addressOf('leads')
  if (kind === 'pass-waits' || kind === 'pass-late') return addressOf('passes', subject)
  const isTracking = kind.startsWith('tracking-') && /-\d{1,2}$/.test(subject) && subject.length > 36
  return isTracking ? addressOf('tracking', subject) : undefined
}
