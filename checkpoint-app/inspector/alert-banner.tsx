import { useEffect, useRef, useState } from 'react'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import type { Alert } from '../device/server.ts'
import { give } from '../device/sound.ts'
import { Button } from '../ui/button.tsx'
import { kept } from '../ui/kept.ts'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useAlertWords } from './alert-words.ts'
import { useBooth, useDesk, usePhone } from './desk-context.tsx'
import './alert.css'

const timeOf = ({ at }: Alert): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : shortTime(moment)
}

/** Heard and felt once for each new one, whatever is on screen. */
function useAlarm(alerts: readonly Alert[]) {
  const heard = useRef(new Set<string>())
  useEffect(() => {
    const fresh = alerts.filter(({ id }) => !heard.current.has(id))
    for (const { id } of fresh) heard.current.add(id)
    if (fresh.length > 0) give('alert', { sound: kept('sound') !== false })
  }, [alerts])
}

/** News of the law and of a peak to come are no danger on the road: they have their own titles and are not red. */
const isLaw = ({ kind }: Alert) => kind.startsWith('amendment-')
const isForecast = ({ kind }: Alert) => kind === 'congestion-forecast'
const isCalm = (alert: Alert) => isLaw(alert) || isForecast(alert)
const toned = (name: string, alert: Alert) => (isCalm(alert) ? `${name} is-law` : name)

function useTitle(): (alert: Alert) => string {
  const words = useAlertWords()
  return (alert) => (isLaw(alert) ? words.law : isForecast(alert) ? words.forecast : words.title)
}

function useSaid(): (alert: Alert) => string {
  const { language } = useLanguage()
  return (alert) => (language === 'en' ? alert.en : alert.zh)
}

/** While a truck is being checked: a line above it, which moves the verdict down and never lies over it. */
export function AlertStrip() {
  const words = useAlertWords()
  const said = useSaid()
  const titleOf = useTitle()
  const { alerts } = usePhone()
  const { session } = useDesk()
  const [open, setOpen] = useState(false)
  useAlarm(alerts)
  const [alert] = alerts
  if (alert === undefined) return null
  return (
    <>
      <button
        type="button"
        className={toned(session === undefined ? 'alert-strip is-spare' : 'alert-strip', alert)}
        onClick={() => setOpen(true)}
      >
        <Shape tone={isCalm(alert) ? 'act' : 'stop'} size={24} />
        <span className="alert-line" role="alert">
          {said(alert)}
        </span>
        <span className="only-read">{words.read}</span>
      </button>
      <Sheet open={open} title={titleOf(alert)} onClose={() => setOpen(false)}>
        <AlertText alert={alert} left={alerts.length - 1} />
        <p className="quiet">{words.told}</p>
        <Got alert={alert} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** Between two trucks: whole, in the thumb's half. */
export function AlertAtHand() {
  const titleOf = useTitle()
  const { alerts } = usePhone()
  const { session } = useDesk()
  const [alert] = alerts
  if (alert === undefined || session !== undefined) return null
  return (
    <section className={toned('alert-at-hand', alert)} role="alert" aria-label={titleOf(alert)}>
      <AlertText alert={alert} left={alerts.length - 1} />
      <Got alert={alert} />
    </section>
  )
}

function AlertText({ alert, left }: { alert: Alert; left: number }) {
  const words = useAlertWords()
  const said = useSaid()
  return (
    <div className={toned('alert-text', alert)}>
      <Shape tone={isCalm(alert) ? 'act' : 'stop'} size={32} />
      <p>
        <strong>{said(alert)}</strong>
        <span>
          {timeOf(alert)}
          {left > 0 && ` · ${words.left(left)}`}
        </span>
      </p>
    </div>
  )
}

function Got({ alert, onDone }: { alert: Alert; onDone?: () => void }) {
  const words = useAlertWords()
  const { phone } = useBooth()
  const got = () => {
    phone.acknowledge(alert.id)
    onDone?.()
  }
  return (
    <Button kind="primary" wide onClick={got}>
      {words.seen}
    </Button>
  )
}
