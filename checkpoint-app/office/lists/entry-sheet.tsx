import { useCallback } from 'react'
import { getEntry } from '../../../schema/api/lists.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { eligibilities, kinds } from '../../../shared/lists/kinds.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Facts } from '../ledger/facts.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { ChainSteps, type EntryWhole } from './chain-steps.tsx'
import { EntryDeeds } from './entry-deeds.tsx'
import { termText, titleOf } from './entries-table.tsx'
import { NextStepForm } from './next-step-form.tsx'
import { Reveal } from './reveal.tsx'
import { StandingMark } from './standing-mark.tsx'
import { useListWords } from './words.ts'

function useFacts({ entry }: EntryWhole) {
  const words = useListWords()
  const { yes, no } = useOfficeWords()
  const language = useChosenLanguage()
  const person = kinds[entry.list].about === 'person'
  const { number, phone, plate, company, companyCode, eligibility } = entry
  return [
    ...(person
      ? [
          { label: words.number, value: <span className="one-word">{number}</span> },
          { label: words.phone, value: phone ?? '' },
          { label: words.plate, value: plate ? showPlate(plate) : words.anyPlate },
          { label: words.closedLoop, value: entry.closedLoop ? yes : no },
          { label: words.term, value: termText(entry, words) },
        ]
      : []),
    ...(company && person ? [{ label: words.company, value: company }] : []),
    ...(companyCode ? [{ label: words.code, value: <span className="one-word">{companyCode}</span> }] : []),
    ...(eligibility ? [{ label: words.eligibility, value: eligibilities[eligibility][language] }] : []),
    { label: words.madeAt, value: shortIso(entry.madeAt) },
  ]
}

function Inside({ whole, onChanged }: { whole: EntryWhole; onChanged: () => void }) {
  const { role } = useStaff()
  const { entry } = whole
  return (
    <div className="stack">
      <p className="sheet-plate">
        <strong>{titleOf(entry)}</strong> <StandingMark standing={entry.standing} size="normal" />
      </p>
      <Facts facts={useFacts(whole)} />
      {kinds[entry.list].about === 'person' && may(role, 'exportLists') && <Reveal key={entry.id} id={entry.id} />}
      <ChainSteps whole={whole} />
      <NextStepForm key={entry.version} whole={whole} onChanged={onChanged} />
      <EntryDeeds key={`deeds ${entry.version}`} entry={entry} onChanged={onChanged} />
    </div>
  )
}

function Loaded({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getEntry, { params: { id } }), [ask, id]))
  const changed = () => {
    void loaded.reload()
    onChanged()
  }
  return <WhenLoaded loaded={loaded}>{(whole) => <Inside whole={whole} onChanged={changed} />}</WhenLoaded>
}

/** One entry beside the list. */
export function EntrySheet({
  id,
  onChanged,
  onClose,
}: {
  id: string | undefined
  onChanged: () => void
  onClose: () => void
}) {
  const words = useListWords()
  return (
    <Sheet open={id !== undefined} title={words.entry} onClose={onClose} side>
      {id !== undefined && <Loaded key={id} id={id} onChanged={onChanged} />}
    </Sheet>
  )
}
