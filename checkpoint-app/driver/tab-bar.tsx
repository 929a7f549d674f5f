import { Icon } from '../ui/icon.tsx'
import { codeIcon, passIcon, settingsIcon, truckIcon } from '../ui/icons.ts'
import { hashOf, tabRoute, type Route } from './route.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

const drawings = { code: codeIcon, pass: passIcon, trips: truckIcon } as const

/** The three places and the settings, in the thumb's reach. */
export function TabBar({ onSettings }: { onSettings: () => void }) {
  const words = useDriverWords()
  const [route] = useRoute()
  const { screen } = route
  const places: readonly { of: 'code' | 'pass' | 'trips'; to: Route; here: boolean }[] = [
    { of: 'code', to: tabRoute('code', route), here: ['code', 'appeal', 'cases'].includes(screen) },
    { of: 'pass', to: tabRoute('pass', route), here: screen === 'pass' },
    { of: 'trips', to: { screen: 'trips' }, here: !['code', 'appeal', 'cases', 'pass'].includes(screen) },
  ]
  return (
    <nav className="tab-bar on-screen" aria-label={words.tabs.label}>
      {places.map(({ of, to, here }) => (
        <a key={of} href={hashOf(to)} className="tab" aria-current={here ? 'page' : undefined}>
          <Icon of={drawings[of]} size={26} />
          {words.tabs[of]}
        </a>
      ))}
      <button type="button" className="tab" onClick={onSettings}>
        <Icon of={settingsIcon} size={26} />
        {words.settings}
      </button>
    </nav>
  )
}
