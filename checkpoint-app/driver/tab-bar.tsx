import { hashOf, tabRoute, type Route } from './route.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

const drawings = {
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2z',
  pass: 'M3 6h18v12H3zM7 10h6M7 14h4M16 14h2',
  trips: 'M2 7h11v9H2zM13 10h4l4 3v3h-8M6 19a1.5 1.5 0 1 0 0-3M17 19a1.5 1.5 0 1 0 0-3',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
} as const

function Drawing({ of }: { of: keyof typeof drawings }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="26"
      height="26"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={drawings[of]} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  )
}

/** The three places and the settings, in the thumb's reach. */
export function TabBar({ onSettings }: { onSettings: () => void }) {
  const words = useDriverWords()
  const [route] = useRoute()
  const { screen } = route
  const places: readonly { of: 'code' | 'pass' | 'trips'; to: Route; here: boolean }[] = [
    { of: 'code', to: tabRoute('code', route), here: screen === 'code' || screen === 'appeal' },
    { of: 'pass', to: tabRoute('pass', route), here: screen === 'pass' },
    { of: 'trips', to: { screen: 'trips' }, here: !['code', 'appeal', 'pass'].includes(screen) },
  ]
  return (
    <nav className="tab-bar on-screen" aria-label={words.tabs.label}>
      {places.map(({ of, to, here }) => (
        <a key={of} href={hashOf(to)} className="tab" aria-current={here ? 'page' : undefined}>
          <Drawing of={of} />
          {words.tabs[of]}
        </a>
      ))}
      <button type="button" className="tab" onClick={onSettings}>
        <Drawing of="settings" />
        {words.settings}
      </button>
    </nav>
  )
}
