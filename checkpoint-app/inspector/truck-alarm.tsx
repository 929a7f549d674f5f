import { useEffect, useRef } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import type { Instant } from '../../shared/instant.ts'
import { give } from '../device/sound.ts'
import { kept } from '../ui/kept.ts'
import { useNow } from '../ui/use-now.ts'
import { Icon } from '../ui/icon.tsx'
import { clockIcon } from '../ui/icons.ts'
import { useBayWords } from './bay-words.ts'
import { useBooth, useDesk } from './desk-context.tsx'
import { personName } from './person-name.ts'
import { alarmsDue, ringing, silent, type TruckAlarm } from './truck-alarms.ts'
import { useInspectorWords } from './use-words.ts'
import './bay.css'

/** Rings at once, and again until somebody goes there; a page that was hidden rings when it is seen again. */
function useBell(alarms: readonly TruckAlarm[], now: Instant) {
  const bell = useRef(silent)
  useEffect(() => {
    const next = ringing(bell.current, alarms, now)
    bell.current = next.bell
    if (next.rings) give('due', { sound: kept('sound') !== false })
  }, [alarms, now])
}

/** Whatever is on screen: a truck of the bay asks for somebody, and one tap leads there. */
export function TruckAlarmBanner() {
  const words = useInspectorWords()
  const bay = useBayWords()
  const { desk } = useBooth()
  const { session, parked } = useDesk()
  const now = useNow(1000)
  const alarms = alarmsDue(session === undefined ? parked : [session, ...parked], now)
  useBell(alarms, now)
  const [alarm] = alarms
  if (alarm === undefined) return null
  const { kind } = alarm.timer
  const plate = alarm.plate === undefined ? words.parkedUnnamed : showPlate(alarm.plate)
  const who = alarm.who === undefined ? '' : ` ${personName(alarm.who, alarm.place, words)}`
  return (
    <button type="button" className="truck-alarm" onClick={() => desk.goTo(alarm.session, alarm.timer)}>
      <Icon of={clockIcon} size={28} />
      <span className="truck-alarm-text" role="alert">
        {bay.alarm[kind](plate, who)}
        {alarms.length > 1 && <small>{bay.more(alarms.length - 1)}</small>}
      </span>
      <strong>{bay.go}</strong>
    </button>
  )
}
