import { useCallback, useEffect } from 'react'
import { instant } from '../../../shared/instant.ts'
import { listTerminals } from '../../../schema/api/terminals.ts'
import { Button } from '../../ui/button.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Field } from '../../ui/field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Shape, StateMark } from '../../ui/state-mark.tsx'
import { useNow } from '../../ui/use-now.ts'
import { CopyButton } from '../copy-button.tsx'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import type { Link } from './enrol.tsx'
import type { Terminal } from './terminals-table.tsx'

/** How often it is looked whether the phone is bound, milliseconds. */
const watchEvery = 4_000

/** The terminal that this link bound, once it is. */
function useBound({ inspector }: Link): Terminal | undefined {
  const { ask } = useSession()
  const { value, reload } = useLoad(useCallback(() => ask(listTerminals, {}), [ask]))
  useEffect(() => {
    const timer = setInterval(() => void reload(), watchEvery)
    return () => clearInterval(timer)
  }, [reload])
  return value?.items.find((terminal) => terminal.inspector.id === inspector.id && terminal.releasedAt === null)
}

function Secret({ link: { link, expiresAt, inspector } }: { link: Link }) {
  const { enrol: words } = useOfficeWords()
  return (
    <div className="enrol stack screen-only">
      <h3>{words.scanTitle(inspector.name)}</h3>
      <p className="quiet">{words.scanLead}</p>
      <div className="enrol-code">
        <QrCode text={link} label={words.qrLabel} />
      </div>
      <p className="enrol-left">
        <Countdown until={instant(Date.parse(expiresAt))} />
      </p>
      <p className="note">
        <Shape tone="care" size={20} />
        <span>{words.secret}</span>
      </p>
      <Field label={words.linkLabel} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <CopyButton label={words.copy} text={link} />
    </div>
  )
}

/** The one-time code, until it is used or has run out. */
export function EnrolLink({ link, onAgain, onDone }: { link: Link; onAgain: () => void; onDone: () => void }) {
  const { enrol: words } = useOfficeWords()
  const now = useNow(1_000)
  const bound = useBound(link)
  if (bound)
    return (
      <div className="stack" role="status">
        <StateMark tone="go" size="large" word={words.done} />
        <p>{words.doneLead(link.inspector.name, bound.device)}</p>
        <Button kind="primary" onClick={onDone}>
          {words.close}
        </Button>
      </div>
    )
  if (now < Date.parse(link.expiresAt)) return <Secret link={link} />
  return (
    <div className="stack" role="status">
      <StateMark tone="void" word={words.expired} />
      <Button kind="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </div>
  )
}
