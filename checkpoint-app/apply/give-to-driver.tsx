import { Button } from '../ui/button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useToast } from '../ui/toast.tsx'
import { linkFor } from './route.ts'
import type { Kept } from './stored.ts'
import { useApplyWords } from './use-words.ts'

/** The pass on the driver's own phone: by scanning this screen, or by a link. */
export function GiveToDriver({ kept }: { kept: Kept }) {
  const { issued: words } = useApplyWords()
  const say = useToast()
  const link = linkFor(location.origin, kept)
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => say(words.copied),
      () => undefined,
    )
  return (
    <section className="card give on-screen">
      <div className="stack-tight">
        <h2>{words.give}</h2>
        <p>{words.giveLine}</p>
        <p className="give-link small">{link}</p>
        {'clipboard' in navigator && (
          <Button wide onClick={copy}>
            {words.copy}
          </Button>
        )}
      </div>
      <figure className="give-code">
        <QrCode text={link} label={words.qr} />
      </figure>
    </section>
  )
}
