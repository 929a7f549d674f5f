import type { ReactNode } from 'react'
import { DemoLine, OfflineBanner } from '../ui/lines.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { useOfficeWords } from './words.ts'

type Given = { title: string; lead: string; face?: string; children: ReactNode }

/** The frame of the pages before anybody is signed in; `face`: of another face than the office. */
export function Door({ title, lead, face, children }: Given) {
  const words = useOfficeWords()
  return (
    <div className="door">
      <header>
        <OfflineBanner />
        <DemoLine />
        <div className="door-head">
          <p className="brand">
            <strong>{words.brand}</strong> {face ?? words.face}
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
