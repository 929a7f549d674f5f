import { maskName } from '../../shared/identity/name.ts'
import { Button } from '../ui/button.tsx'
import { Plate } from '../ui/plate.tsx'
import { useDriver } from './driver-state.tsx'
import type { LastUsed } from './stored.ts'
import { useDriverWords } from './use-words.ts'

/** 「用上次的」: vehicle and crew of the last registration, kept on this phone and nowhere else. */
export function LastUsedCard({ last, onUse }: { last: LastUsed; onUse?: (last: LastUsed) => void }) {
  const { form } = useDriverWords()
  const { change } = useDriver()
  return (
    <section className="card last-used" aria-label={form.lastTitle}>
      <Plate plate={last.plate} />
      <p>{form.lastLine(last.crew.map(({ name }) => maskName(name)).join('、'))}</p>
      <p className="quiet small">{form.lastKept}</p>
      <div className={onUse ? 'side-by-side' : 'last-used-alone'}>
        {onUse && (
          <Button kind="primary" onClick={() => onUse(last)}>
            {form.lastTitle}
          </Button>
        )}
        <Button kind="ghost" onClick={() => change((state) => ({ ...state, last: null }))}>
          {form.lastForget}
        </Button>
      </div>
    </section>
  )
}
