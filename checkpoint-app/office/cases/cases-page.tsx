import type { Address } from '../address.ts'
import { may } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { CasePage } from './case-page.tsx'
import { IntakePage } from './intake-page.tsx'
import { QueuePage } from './queue-page.tsx'
import './cases.css'

/** 12328工单: the queue, a call being taken down (`#/cases/new`), or one case (`#/cases/ID`). */
export function CasesPage({ address }: { address: Address }) {
  const { role } = useStaff()
  if (address.part === 'new' && may(role, 'takeDownCases')) return <IntakePage />
  if (address.part !== undefined && address.part !== 'new') return <CasePage key={address.part} id={address.part} />
  return <QueuePage address={address} />
}
