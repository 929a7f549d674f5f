import type { ReactNode } from 'react'
import { documentTime } from '../../../shared/instant.ts'
import { useNow } from '../../ui/use-now.ts'
import { useStaff } from '../session.tsx'
import { useOfficeWords } from '../words.ts'

type Given = { title: string; lead: string; children?: ReactNode; printNote?: string }

/** Title, one line of what the ledger is for, and its actions. On paper: who printed it and when. */
export function PageHead({ title, lead, children, printNote }: Given) {
  const words = useOfficeWords()
  const now = useNow()
  const { name } = useStaff()
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        <p className="quiet screen-only">{lead}</p>
        <p className="print-only">
          {printNote && `${printNote}　`}
          {words.printedAt(documentTime(now), name)}
        </p>
      </div>
      <div className="page-actions screen-only">{children}</div>
    </header>
  )
}
