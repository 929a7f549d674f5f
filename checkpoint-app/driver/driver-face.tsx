import { Suspense, useEffect, useState } from 'react'
import { Busy } from '../ui/busy.tsx'
import { HotlineLine } from '../ui/hotline-line.tsx'
import { DemoLine, OfflineBanner } from '../ui/lines.tsx'
import { CodeScreen } from './code-screen.tsx'
import { DriverStateProvider, useDriver } from './driver-state.tsx'
import {
  AppealScreen,
  CasesScreen,
  CorrectScreen,
  FindScreen,
  PassScreen,
  RegisterScreen,
  TripsScreen,
  fetchLater,
} from './later-screens.tsx'
import { LinkNote } from './link-note.tsx'
import { useLinks } from './use-links.ts'
import { useArrivals } from './use-arrivals.ts'
import { SettingsSheet } from './settings-sheet.tsx'
import { TabBar } from './tab-bar.tsx'
import { useDriverWords } from './use-words.ts'
import { useRoute } from './use-route.ts'
import './driver.css'
import './paper.css'
import './reasons.css'

function Screen() {
  const [route] = useRoute()
  switch (route.screen) {
    case 'register':
      return <RegisterScreen page={route.page} />
    case 'correct':
      return <CorrectScreen key={route.id} id={route.id} page={route.page} />
    case 'trips':
      return <TripsScreen />
    case 'find':
      return <FindScreen />
    case 'appeal':
      return <AppealScreen opening={route.opening} />
    case 'cases':
      return <CasesScreen key={route.trip} trip={route.trip} inspection={route.inspection} />
    case 'pass':
      return <PassScreen id={route.id} />
    default:
      return <CodeScreen id={route.id} />
  }
}

function Pages() {
  const words = useDriverWords()
  const { kept } = useDriver()
  const [settings, setSettings] = useState(false)
  useEffect(fetchLater, [])
  const linkTrouble = useLinks()
  useArrivals()
  return (
    <div className="driver">
      <header className="on-screen">
        <DemoLine />
        <OfflineBanner />
        {!kept && <p className="banner-line">{words.notKept}</p>}
      </header>
      <TabBar onSettings={() => setSettings(true)} />
      <main className="driver-main">
        {linkTrouble && <LinkNote {...linkTrouble} />}
        <Suspense fallback={<Busy />}>
          <Screen />
        </Suspense>
      </main>
      <footer className="on-screen">
        <HotlineLine write="#/cases" />
        <DemoLine late />
      </footer>
      <SettingsSheet open={settings} onClose={() => setSettings(false)} />
    </div>
  )
}

/** The driver's app: the code, registration, the pass, this phone's trips. */
export function DriverFace() {
  return (
    <DriverStateProvider>
      <Pages />
    </DriverStateProvider>
  )
}
