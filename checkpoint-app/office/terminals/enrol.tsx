import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listStaff } from '../../../schema/api/office.ts'
import type { enrol } from '../../../schema/api/terminals.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession, type Staff } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { EnrolForm } from './enrol-form.tsx'
import { EnrolLink } from './enrol-link.tsx'

export type Link = AnswerOf<typeof enrol> & { inspector: Staff }

type Inside = { onClose: () => void; onShowTerminal: (id: string) => void }

function Steps({ onClose, onShowTerminal }: Inside) {
  const { enrol: words } = useOfficeWords()
  const { ask } = useSession()
  const [link, setLink] = useState<Link>()
  const staff = useLoad(useCallback(() => ask(listStaff, {}), [ask]))
  if (link) return <EnrolLink link={link} onAgain={() => setLink(undefined)} onDone={onClose} />
  return (
    <WhenLoaded loaded={staff}>
      {({ items }) => {
        const inspectors = items.filter(({ role, disabled }) => role === 'inspector' && !disabled)
        if (inspectors.length === 0) return <p>{words.noInspectors}</p>
        return <EnrolForm inspectors={inspectors} onLink={setLink} onShowTerminal={onShowTerminal} />
      }}
    </WhenLoaded>
  )
}

/** Binding a phone: whom and where → one-time code → bound. */
export function Enrol({ open, ...inside }: Inside & { open: boolean }) {
  const { enrol: words } = useOfficeWords()
  return (
    <Sheet open={open} title={words.title} onClose={inside.onClose} side>
      <Steps {...inside} />
    </Sheet>
  )
}
