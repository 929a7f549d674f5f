import type { DeskState } from './desk-state.ts'
import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBooth } from './desk-context.tsx'
import { ForeignPassButton } from './foreign-pass.tsx'
import { ageOfPicture, doubtOf } from './how-shown.ts'
import { NumberButton } from './number-entry.tsx'
import { useInspectorWords } from './use-words.ts'

type Notice = NonNullable<DeskState['notice']>

const keyOf = (notice: Notice) => {
  if (notice.what !== 'credential') return notice.what
  return notice.opened.ok ? (doubtOf(notice.opened) ?? 'unreadable') : notice.opened.reason
}

/** With these in hand the check goes on by the facts; the others tell nothing about this truck. */
const usable = new Set([
  'bad-signature',
  'unknown-key',
  'not-yet-valid',
  'expired',
  'revoked',
  'suspended',
  'malformed',
  'picture',
  'bad-stamp',
])

/** These say what they say; the others count as no code. */
const counted = new Set(['expired', 'not-yet-valid', 'picture'])

/** The digits under such a code may be good. */
const mayBeTyped = new Set(['unreadable', 'malformed', 'unknown-key'])

const suspect = new Set(['bad-signature', 'picture', 'bad-stamp'])

/** What is wrong with a code, and the ways on. It never ends a check. */
export function ScanNotice({ notice, onTypePlate }: { notice: Notice; onTypePlate: () => void }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const key = keyOf(notice)
  const opened = notice.what === 'credential' ? notice.opened : undefined
  const code = opened?.ok === false ? opened.code : undefined
  const age = ageOfPicture(opened, useNow(), words)
  return (
    <section className="notice" role="alert">
      <Shape tone={suspect.has(key) ? 'care' : 'void'} size={56} />
      <h2>{words.notice[key]}</h2>
      {age !== undefined && <p className="picture-age">{age}</p>}
      <p>{words.notice[`${key}Do`]}</p>
      {code !== undefined && <p className="quiet">{words.code(code)}</p>}
      <div className="notice-actions">
        <Button kind="primary" wide onClick={desk.dismiss}>
          {words.scanAgain}
        </Button>
        {opened !== undefined && usable.has(key) && (
          <Button wide onClick={() => desk.use(opened)}>
            {counted.has(key) ? words.goOn : words.goOnWithout}
          </Button>
        )}
        {key === 'not-ours' && <ForeignPassButton label="register" first="qr" wide />}
        {mayBeTyped.has(key) && <NumberButton wide onTypePlate={onTypePlate} />}
        <Button wide onClick={onTypePlate}>
          {words.typePlate}
        </Button>
      </div>
    </section>
  )
}
