import { useCallback } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { getTracking } from '../../../schema/api/tracking.ts'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { Arrival, Said, ToWhom } from '../messages/message-lines.tsx'
import { menuOf } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import '../messages/messages.css'
import { HandleForm } from './handle-form.tsx'
import { MatchForm } from './match-form.tsx'
import { Person, TrackingState, type Tracking } from './tracking-state.tsx'
import { useTrackingWords } from './words.ts'

export type Whole = AnswerOf<typeof getTracking>

function TrackingFacts({ tracking }: { tracking: Tracking }) {
  const words = useTrackingWords()
  const { role } = useStaff()
  const { inspection, checkpointName, openedAt, dueAt, resultAt, closedAt, closedBy } = tracking
  const record = menuOf(role).includes('inspections') && (
    <a href={addressOf('inspections', inspection)}>{words.openRecord} ➜</a>
  )
  const facts = [
    { label: words.state, value: <TrackingState tracking={tracking} /> },
    { label: words.person, value: <Person tracking={tracking} /> },
    { label: words.checkpoint, value: checkpointName },
    { label: words.releasedAt, value: shortIso(openedAt) },
    { label: words.dueAt, value: shortIso(dueAt) },
    ...(resultAt ? [{ label: words.resultAt, value: shortIso(resultAt) }] : []),
    ...(closedAt ? [{ label: words.closedAt, value: [shortIso(closedAt), closedBy].filter(Boolean).join(' ') }] : []),
    ...(record ? [{ label: words.record, value: record }] : []),
  ]
  return <Facts facts={facts} />
}

function Told({ told }: Pick<Whole, 'told'>) {
  const words = useTrackingWords()
  return (
    <section className="stack-tight" aria-label={words.told}>
      <h3>{words.told}</h3>
      {told.length === 0 && <p className="quiet">{words.toldNobody}</p>}
      <ul className="told-list">
        {told.map((message) => (
          <li key={message.id}>
            <strong>
              {shortIso(message.at)} <ToWhom message={message} />
            </strong>
            <Said message={message} />
            <Arrival message={message} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type Given = { id: string | undefined; onClose: () => void; onChanged: () => void }

function Inside({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { ask } = useSession()
  const { role } = useStaff()
  const loaded = useLoad(useCallback(() => ask(getTracking, { params: { id } }), [ask, id]))
  const changed = () => {
    void loaded.reload()
    onChanged()
  }
  return (
    <WhenLoaded loaded={loaded}>
      {({ tracking, told, candidates }) => (
        <>
          <p className="sheet-plate">
            <Plate plate={tracking.plate} />
          </p>
          <TrackingFacts tracking={tracking} />
          {role === 'epidemic' && tracking.state === 'waiting' && !tracking.person.matched && (
            <MatchForm id={id} candidates={candidates} onDone={changed} />
          )}
          {role === 'epidemic' && mayClose(tracking, candidates) && (
            <HandleForm key={tracking.state} tracking={tracking} onDone={changed} />
          )}
          <Told told={told} />
        </>
      )}
    </WhenLoaded>
  )
}

/** A positive one; one that waits too long, once nobody can be found for it any more. */
const mayClose = ({ state, overdue, person }: Tracking, candidates: Whole['candidates']): boolean =>
  state === 'positive' || (overdue && (person.matched || candidates.length === 0))

/** One tracking beside the list: where it stands, what is to be done, who was told and who answered. */
export function TrackingSheet({ id, onClose, onChanged }: Given) {
  const words = useTrackingWords()
  return (
    <Sheet open={id !== undefined} title={words.title} onClose={onClose} side>
      {id !== undefined && <Inside key={id} id={id} onChanged={onChanged} />}
    </Sheet>
  )
}
