import { useEffect, useState } from 'react'
import { isDemo } from './api.ts'
import { keep, kept } from './kept.ts'
import { useOnline } from './use-online.ts'
import { useUiWords } from './use-ui-words.ts'
import { Icon } from './icon.tsx'
import { offlineIcon } from './icons.ts'
import './notes.css'

/** Shown while the phone has no network. */
export function OfflineBanner() {
  const words = useUiWords()
  if (useOnline()) return null
  return (
    <div className="banner" role="status">
      <Icon of={offlineIcon} size={20} />
      <span>
        <strong>{words.offline}</strong> {words.offlineLong}
      </span>
    </div>
  )
}

/**
 * Says that the data is made up, where the server says so: at the head once this browser knows it; on the first visit, when it
 * is learned `late`, at the foot, so that nothing moves under a finger.
 */
export function DemoLine({ late = false }: { late?: boolean }) {
  const words = useUiWords()
  const [known] = useState(() => kept('demo') === true)
  const [demo, setDemo] = useState(known)
  useEffect(() => {
    void isDemo().then((is) => {
      // Offline nobody can be asked: what was said last holds.
      if (is === undefined) return
      keep('demo', is || undefined)
      setDemo(is)
    })
  }, [])
  return demo && known !== late ? <p className="demo-line">{words.demo}</p> : null
}
