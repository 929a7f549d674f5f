import { useCallback } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { getLead } from '../../../schema/api/leads.ts'
import { nextStates } from '../../../shared/leads/kinds.ts'
import { Plate } from '../../ui/plate.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { HandleLead } from './handle-lead.tsx'
import { LeadState, Places } from './lead-state.tsx'
import { Photos } from './photos.tsx'
import { Witnesses } from './witnesses.tsx'
import { useLeadWords } from './words.ts'

export type Whole = AnswerOf<typeof getLead>

function LeadFacts({ lead, passNumber }: Pick<Whole, 'lead' | 'passNumber'>) {
  const words = useLeadWords()
  const handled = [lead.handledBy, lead.handledAt && shortIso(lead.handledAt)].filter(Boolean).join(' ')
  const facts = [
    { label: words.kind, value: words.kinds[lead.kind] },
    { label: words.state, value: <LeadState lead={lead} /> },
    { label: words.place, value: <Places lead={lead} /> },
    { label: words.at, value: shortIso(lead.at) },
    { label: words.foundAt, value: shortIso(lead.foundAt) },
    {
      label: words.credential,
      value: <span className="code">{passNumber ?? lead.credential ?? words.noCredential}</span>,
    },
    ...(handled ? [{ label: words.handledBy, value: handled }] : []),
    ...(lead.note ? [{ label: words.note, value: lead.note }] : []),
  ]
  return <Facts facts={facts} />
}

/** A lead that was found true ends in the pass being revoked, by whoever does that. */
function Revoke({ lead, passNumber }: Pick<Whole, 'lead' | 'passNumber'>) {
  const words = useLeadWords()
  if (lead.state !== 'confirmed' || passNumber === null) return null
  return (
    <a className="button button-secondary button-compact" href={addressOf('passes', passNumber)}>
      {words.revoke} ➜
    </a>
  )
}

type Given = { id: string | undefined; onClose: () => void; onChanged: () => void }

function Inside({ id, onChanged }: { id: string; onChanged: () => void }) {
  const words = useLeadWords()
  const { ask } = useSession()
  const { role } = useStaff()
  const loaded = useLoad(useCallback(() => ask(getLead, { params: { id } }), [ask, id]))
  const changed = () => {
    void loaded.reload()
    onChanged()
  }
  return (
    <WhenLoaded loaded={loaded}>
      {({ lead, inspections, photos, passNumber }) => (
        <>
          <p className="sheet-plate">
            <Plate plate={lead.plate} />
          </p>
          <p>{words.explain[lead.kind]}</p>
          <LeadFacts lead={lead} passNumber={passNumber} />
          <Revoke lead={lead} passNumber={passNumber} />
          <Witnesses inspections={inspections} />
          <Photos lead={lead} photos={photos} />
          {may(role, 'handleLeads') && nextStates[lead.state].length > 0 && (
            <HandleLead key={lead.state} lead={lead} onDone={changed} />
          )}
        </>
      )}
    </WhenLoaded>
  )
}

/** One lead beside the list: what was seen, where and when, and what became of it. */
export function LeadSheet({ id, onClose, onChanged }: Given) {
  const words = useLeadWords()
  return (
    <Sheet open={id !== undefined} title={words.title} onClose={onClose} side>
      {id !== undefined && <Inside key={id} id={id} onChanged={onChanged} />}
    </Sheet>
  )
}
