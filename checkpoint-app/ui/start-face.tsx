import './older-browsers.ts'
import './tokens.css'
import './base.css'
import { startTransition, StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Failure } from './failure.tsx'
import { LanguageProvider } from './language.tsx'
import { dress } from './theme.ts'
import { ToastProvider } from './toast.tsx'
import { UpdateLine } from './update.tsx'

/** Mounts a face on `#app`; `app` names the installable app whose service worker belongs to it, if there is one. */
export function startFace(face: ReactNode, { app }: { app?: string } = {}): void {
  dress()
  const place = document.querySelector('#app')
  if (!place) throw new Error('the page has no #app')
  const root = createRoot(place)
  // In slices, between which a finger comes through: the first drawing is the longest.
  startTransition(() =>
    root.render(
      <StrictMode>
        <LanguageProvider>
          <Failure>
            <ToastProvider>
              {app && <UpdateLine app={app} />}
              {face}
            </ToastProvider>
          </Failure>
        </LanguageProvider>
      </StrictMode>,
    ),
  )
}
