import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useLanguage } from '../ui/language.tsx'
import { Busy } from '../ui/busy.tsx'
import { HotlineLine } from '../ui/hotline-line.tsx'
import { atFirstTouch } from '../ui/at-first-touch.ts'
import { DemoLine, OfflineBanner } from '../ui/lines.tsx'
import { ApplyStateProvider, useApply } from './apply-state.tsx'
import { FormScreen } from './form-screen.tsx'
import type { Replacing } from './form-screen.tsx'
import { routeOf } from './route.ts'
import { withApplication } from './stored.ts'
import { useApplyWords } from './use-words.ts'
import '../driver/paper.css'
import './apply.css'

const application = () => import('./application-screen.tsx')
/** The pass with its codes, which the form can do without; it comes while the form is filled in. */
const ApplicationScreen = lazy(async () => ({ default: (await application()).ApplicationScreen }))
function subscribe(changed: () => void) {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

const goTo = (hash: string) => {
  location.hash = hash
  scrollTo(0, 0)
}

function Screen() {
  const route = routeOf(useSyncExternalStore(subscribe, () => location.hash))
  const { change } = useApply()
  const [replacing, setReplacing] = useState<Replacing>()
  const handed = route.screen === 'handed' ? `${route.id}/${route.key}` : undefined
  useEffect(() => {
    const [id, key] = handed?.split('/') ?? []
    if (id === undefined || key === undefined) return
    change((state) => withApplication(state, { id, key }))
    // The key leaves the address; it stays on this device.
    location.replace(`#/a/${id}`)
  }, [handed, change])
  if (route.screen === 'handed') return null
  const again = (old?: Replacing) => {
    setReplacing(old)
    goTo('#/')
  }
  if (route.screen === 'application') return <ApplicationScreen key={route.id} id={route.id} onAgain={again} />
  return (
    <FormScreen
      key={replacing?.application}
      replacing={replacing}
      onStopReplacing={() => setReplacing(undefined)}
      onSent={(id) => {
        setReplacing(undefined)
        goTo(`#/a/${id}`)
      }}
    />
  )
}

function Pages() {
  const words = useApplyWords()
  const { kept } = useApply()
  const { language, choose } = useLanguage()
  useEffect(() => {
    document.title = `${words.title} · 畅行`
  }, [words])
  // What does not come now comes when it is asked for.
  useEffect(() => atFirstTouch(() => void application().catch(() => undefined)), [])
  return (
    <div className="apply">
      <header className="on-screen">
        <DemoLine />
        <OfflineBanner />
        {!kept && <p className="apply-line">{words.notKept}</p>}
        <div className="apply-head">
          <a href="/">畅行</a>
          <button
            type="button"
            className="apply-language"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
          >
            {words.other}
          </button>
        </div>
      </header>
      <main className="apply-main">
        <Suspense fallback={<Busy />}>
          <Screen />
        </Suspense>
      </main>
      <footer className="on-screen">
        <HotlineLine />
        <DemoLine late />
      </footer>
    </div>
  )
}

/** 收发货单位: a pass for the truck that carries their goods, without an account. */
export function ApplyFace() {
  return (
    <ApplyStateProvider>
      <Pages />
    </ApplyStateProvider>
  )
}
