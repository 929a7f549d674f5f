import type { Trouble } from '../device/server.ts'
import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { enrolTrouble } from './enrol-trouble.ts'
import { useInspectorWords } from './use-words.ts'
import { useOfflineWords } from './offline-words.ts'
import './offline.css'

/** Why a binding link did nothing: the phone is bound already, or what the server said of it. */
export type NotBound = 'already' | Trouble

type Given = { why: NotBound; onAgain: () => void; onClose: () => void }

/** Stays until it was read, with what to do next; over a bad line the same link may be tried again. */
export function BindNote({ why, onAgain, onClose }: Given) {
  const words = useInspectorWords()
  const offline = useOfflineWords()
  const mayTryAgain = why !== 'already' && (why.kind === 'offline' || why.kind === 'busy')
  const todo = why === 'already' ? undefined : mayTryAgain ? offline.bindAgain : offline.bindNew
  return (
    <section className="update-needed" role="alert" aria-label={offline.notBound}>
      <p>
        <Shape tone="act" size={24} />
        <span>
          <strong>{offline.notBound}</strong>　{why === 'already' ? words.already : enrolTrouble(why, words)}　{todo}
        </span>
      </p>
      {mayTryAgain && (
        <Button kind="primary" onClick={onAgain}>
          {words.retry}
        </Button>
      )}
      <Button onClick={onClose}>{offline.understood}</Button>
    </section>
  )
}
