import { useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { markMessageSeen } from '../../../schema/api/messages.ts'
import type { ApiProblem, Called } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { menuOf } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { ArrivalOfTruck } from './arrival-of-truck.tsx'
import { Arrival, Basis, Said, ToWhom, type Message } from './message-lines.tsx'
import { useMessageWords } from './words.ts'

type Given = {
  message: Message
  record: string | undefined
  onGot: (id: string) => Promise<Called<AnswerOf<typeof markMessageSeen>>>
  /** Something about it was changed here. */
  onChange: () => void
}

/** One message: how urgent, when and to whom; what it says; whether somebody has it, and the button to say so. */
export function MessageCard({ message, record, onGot, onChange }: Given) {
  const words = useMessageWords()
  const { role } = useStaff()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const got = async () => {
    setBusy(true)
    const answer = await onGot(message.id)
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
  }
  const open = message.mine && message.seen === null
  return (
    <li className={message.seen === null ? 'message' : 'message is-seen'}>
      <p className="message-head">
        <StateMark
          size="small"
          tone={message.urgent ? 'stop' : 'act'}
          word={message.urgent ? words.urgent : words.usual}
        />
        <time dateTime={message.at}>{shortIso(message.at)}</time>
        <span className="quiet">
          {words.to} <ToWhom message={message} />
          {message.channel === 'sms' && ` · ${words.sms}`}
        </span>
      </p>
      <p className="message-text">
        <Said message={message} />
      </p>
      <div className="message-foot">
        <Arrival message={message} />
        <Basis message={message} />
        <span className="message-actions screen-only">
          {record && menuOf(role).includes('tracking') && (
            <a className="row-link" href={record}>
              {words.open}
            </a>
          )}
          {message.arrival && <ArrivalOfTruck message={message} {...message.arrival} onDone={onChange} />}
          {open && (
            <Button kind={message.urgent ? 'primary' : 'secondary'} compact busy={busy} onClick={() => void got()}>
              {message.channel === 'sms' ? words.told : words.got}
            </Button>
          )}
        </span>
      </div>
      {problem && <ErrorNote problem={problem} />}
    </li>
  )
}
