import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { HotlineLine } from '../ui/hotline-line.tsx'
import { DemoLine, OfflineBanner } from '../ui/lines.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { addressOf, type Address } from './address.ts'
import { PeoplePage } from './people/people-page.tsx'
import { TrackingPage } from './tracking/tracking-page.tsx'
import { MessagesPage } from './messages/messages-page.tsx'
import { CasesPage } from './cases/cases-page.tsx'
import { LeadsPage } from './leads/leads-page.tsx'
import { ListsPage } from './lists/lists-page.tsx'
import { PassesPage } from './passes/passes-page.tsx'
import { AppealsPage } from './appeals/appeals-page.tsx'
import { EditionsPage } from './editions/editions-page.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { CheckpointSign } from './checkpoints/checkpoint-sign.tsx'
import { CheckpointsPage } from './checkpoints/checkpoints-page.tsx'
import { QueueSigns } from './checkpoints/queue-signs.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { InspectionsPage } from './inspections/inspections-page.tsx'
import { menuOf, pageFor, type Page } from './pages.ts'
import { ResultsPage } from './results/results-page.tsx'
import { NumbersPage } from './numbers/numbers-page.tsx'
import { PlacesPage } from './places/places-page.tsx'
import { RiskAreasPage } from './risk-areas/risk-areas-page.tsx'
import { ShiftsPage } from './shifts/shifts-page.tsx'
import { useSession, useStaff } from './session.tsx'
import { SignInForm } from './sign-in.tsx'
import { StaffPage } from './staff/staff-page.tsx'
import { TerminalsPage } from './terminals/terminals-page.tsx'
import { useAddress } from './use-address.ts'
import { useOfficeWords } from './words.ts'

const views: Readonly<Record<Page, (address: Address) => ReactNode>> = {
  inspections: (address) => <InspectionsPage address={address} />,
  checkpoints: (address) => <CheckpointsPage address={address} />,
  numbers: () => <NumbersPage />,
  staff: () => <StaffPage />,
  terminals: () => <TerminalsPage />,
  shifts: (address) => <ShiftsPage address={address} />,
  results: () => <ResultsPage />,
  people: (address) => <PeoplePage address={address} />,
  tracking: (address) => <TrackingPage address={address} />,
  messages: (address) => <MessagesPage address={address} />,
  cases: (address) => <CasesPage address={address} />,
  leads: (address) => <LeadsPage address={address} />,
  passes: (address) => <PassesPage address={address} />,
  lists: (address) => <ListsPage address={address} />,
  places: (address) => <PlacesPage address={address} />,
  'risk-areas': (address) => <RiskAreasPage address={address} />,
  appeals: (address) => <AppealsPage address={address} />,
  editions: (address) => <EditionsPage address={address} />,
  audit: (address) => <AuditPage address={address} />,
}

/** On a narrow screen the menu runs sideways. */
const showWhole = (link: HTMLElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

function Menu({ current }: { current: Page | undefined }) {
  const words = useOfficeWords()
  const { role } = useStaff()
  return (
    <nav aria-label={words.menu} className="menu">
      {menuOf(role).map((page) => (
        <a
          key={page}
          ref={page === current ? showWhole : undefined}
          href={addressOf(page)}
          aria-current={page === current ? 'page' : undefined}
        >
          {words.pages[page]}
        </a>
      ))}
    </nav>
  )
}

function TopLine() {
  const words = useOfficeWords()
  const { leave } = useSession()
  const { name, role } = useStaff()
  return (
    <div className="top-line">
      <p className="brand">
        <strong>{words.brand}</strong> {words.face}
      </p>
      <p className="who">
        {name} <span className="quiet">{words.roles[role]}</span>
      </p>
      <DisplaySettings />
      <Button kind="ghost" compact onClick={() => void leave()}>
        {words.signOut}
      </Button>
    </div>
  )
}

/** The session ended while a page was open: the page stays below, as it was. */
function SignInAgain() {
  const { signIn: words } = useOfficeWords()
  const { standing, leave } = useSession()
  const ended = standing.kind === 'in' && standing.ended
  return (
    <Sheet open={ended} title={words.again} onClose={() => ended && void leave()}>
      <p className="quiet">{words.againLead}</p>
      {standing.kind === 'in' && <SignInForm login={standing.staff.login} />}
    </Sheet>
  )
}

function NoPage() {
  const words = useOfficeWords()
  return (
    <Empty title={words.noPage}>
      <p>{words.noPageDo}</p>
      <a className="button button-primary" href="/checkpoint/">
        {words.toCheckpoint}
      </a>
    </Empty>
  )
}

/** Menu and page of whoever is signed in. */
export function Shell() {
  const words = useOfficeWords()
  const { role } = useStaff()
  // Read here alone: a page below would otherwise hear of an address that is no longer its own.
  const address = useAddress()
  const page = pageFor(role, address.page)
  if (page === 'checkpoints' && address.part)
    return address.query['signs'] ? <QueueSigns id={address.part} /> : <CheckpointSign id={address.part} />
  return (
    <div className="office">
      <a className="skip" href="#main" onClick={skipToMain}>
        {words.skip}
      </a>
      <header>
        <OfflineBanner />
        <DemoLine />
        <TopLine />
      </header>
      <div className="office-body">
        <Menu current={page} />
        <div className="office-page">
          <main id="main" tabIndex={-1} key={page}>
            {page ? views[page](address) : <NoPage />}
          </main>
          <footer>
            <HotlineLine />
            <DemoLine late />
          </footer>
        </div>
      </div>
      <SignInAgain />
    </div>
  )
}

/** The address belongs to the page, so the link moves the focus itself. */
function skipToMain(event: { preventDefault: () => void }) {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main')?.focus()
}
