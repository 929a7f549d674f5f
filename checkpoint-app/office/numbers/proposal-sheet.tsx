import { useState } from 'react'
import { decideNumber } from '../../../schema/api/published-numbers.ts'
import { numberNames } from '../../../shared/wording/published-numbers.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { numbersChanged } from '../../ui/published-numbers.ts'
import { useToast } from '../../ui/toast.tsx'
import { Facts } from '../ledger/facts.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useOfficeWords } from '../words.ts'
import type { Proposal } from './numbers-page.tsx'
import { useNumbersWords } from './words.ts'

function Decide({ proposal: { id, may }, onDecided }: { proposal: Proposal; onDecided: () => void }) {
  const words = useNumbersWords()
  const { password } = useOfficeWords()
  const { ask } = useSession()
  const say = useToast()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const decide = async (approve: boolean) => {
    if (!approve && reason.trim().length < 2) return setMissing(true)
    setBusy(true)
    const body = { approve, ...(reason.trim().length < 2 ? {} : { reason: reason.trim() }) }
    const answer = await ask(decideNumber, { params: { id }, body })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    say(approve ? words.published : words.declined)
    dispatchEvent(new Event(numbersChanged))
    onDecided()
  }
  return (
    <div className="stack">
      {!may.approve && <p>{words.own}</p>}
      {may.approve && (
        <Button kind="primary" busy={busy} onClick={() => void decide(true)}>
          {words.approve}
        </Button>
      )}
      <Field
        label={words.declineReason}
        error={missing ? password.needed : undefined}
        value={reason}
        maxLength={200}
        onChange={(event) => {
          setMissing(false)
          setReason(event.currentTarget.value)
        }}
      />
      <Button busy={busy} onClick={() => void decide(false)}>
        {words.decline}
      </Button>
      {problem && <ErrorNote problem={problem} />}
    </div>
  )
}

type Given = { proposal: Proposal | undefined; onClose: () => void; onDecided: () => void }

/** One proposal: what, why, by whom; and for another of the command the two buttons. */
export function ProposalSheet({ proposal, onClose, onDecided }: Given) {
  const words = useNumbersWords()
  const { language } = useLanguage()
  const { pages } = useOfficeWords()
  const facts =
    proposal === undefined
      ? []
      : [
          { label: words.number, value: proposal.number ?? words.takenBack },
          { label: words.heads.state, value: words.state[proposal.state] },
          { label: words.reason, value: proposal.reason },
          { label: words.by, value: `${proposal.proposedBy.name} ${shortIso(proposal.proposedAt)}` },
          ...(proposal.decidedBy === null || proposal.decidedAt === null
            ? []
            : [{ label: words.decidedBy, value: `${proposal.decidedBy.name} ${shortIso(proposal.decidedAt)}` }]),
          ...(proposal.declined === null ? [] : [{ label: words.declinedBecause, value: proposal.declined }]),
        ]
  return (
    <Sheet
      open={proposal !== undefined}
      title={proposal === undefined ? pages.numbers : numberNames[proposal.kind][language]}
      onClose={onClose}
      side
    >
      {proposal !== undefined && (
        <div className="stack">
          <Facts facts={facts} />
          {proposal.may.decline && <Decide key={proposal.id} proposal={proposal} onDecided={onDecided} />}
        </div>
      )}
    </Sheet>
  )
}
