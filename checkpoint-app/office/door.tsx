import type { ReactNode } from 'react'
import { DemoLine, OfflineBanner } from '../ui/lines.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { useOfficeWords } from './words.ts'

/** The frame of the pages before anybody is signed in. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const words = useOfficeWords()
  return (
    <div className="door">
      <header>
        <OfflineBanner />
        <DemoLine />
        <div className="door-head">
          <p className="brand">
            <strong>{words.brand}</strong> {words.face}
          </p>
          <DisplaySettings />
        </div>
      </header>
      <main className="door-card stack">
        <h1>{title}</h1>
        <p className="quiet">{lead}</p>
        {children}
      </main>
      <footer>
        <DemoLine late />
      </footer>
    </div>
  )
}
