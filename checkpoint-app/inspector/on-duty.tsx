import { parseInstant, shortTime } from '../../shared/instant.ts'
import type { OwnShift } from '../device/store.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth, useDesk, usePhone } from './desk-context.tsx'
import { shiftCount, shiftHere } from './own-shift.ts'
import { useLaneCount } from './sign-on.tsx'
import { useShiftWords } from './shift-words.ts'

type Given = { shift: OwnShift; onMove: () => void; onHandOver: () => void }

/** Since when, how much, which lanes; the way out is handing over. */
export function OnDuty({ shift, onMove, onHandOver }: Given) {
  const words = useShiftWords()
  const say = useToast()
  const { phone } = useBooth()
  const { parked } = useDesk()
  const { checked, fast } = shiftCount(usePhone())
  const since = parseInstant(shift.onAt)
  const signOff = async () => {
    await phone.shifts.signOff({ handover: null, close: false })
    say(words.signedOff)
  }
  return (
    <section className="stack-tight" aria-label={words.on}>
      <p className="shift-now">
        <strong>● {since && words.since(shortTime(since))}</strong>
        <span>{[words.laneNumber(shift.lane), shift.segment].filter(Boolean).join(' · ')}</span>
      </p>
      <p className="shift-count" aria-label={words.counted}>
        {words.counted} {words.count(checked, fast, parked.length)}
      </p>
      <Lanes own={shift.lane} />
      <Button kind="primary" wide onClick={onHandOver}>
        {words.handOver}
      </Button>
      <div className="side-by-side">
        <Button onClick={onMove}>{words.change}</Button>
        <Button onClick={() => void signOff()}>{words.signOff}</Button>
      </div>
    </section>
  )
}

/** One switch a lane, the own one first: what is said here the estimate of the wait relies on. */
function Lanes({ own }: { own: number }) {
  const words = useShiftWords()
  const say = useToast()
  const { phone } = useBooth()
  const { open } = shiftHere(usePhone())
  const count = useLaneCount(own)
  const others = Array.from({ length: count }, (_, at) => at + 1).filter((lane) => lane !== own)
  const turn = async (lane: number, opens: boolean) => {
    await phone.shifts.setLane(lane, opens)
    say(words.laneTold(lane, opens ? words.laneOpen : words.laneClosed))
  }
  return (
    <div role="group" aria-label={words.lanes} className="lane-switches">
      {[own, ...others].map((lane) => {
        const isOpen = open.includes(lane)
        return (
          <button
            key={lane}
            type="button"
            role="switch"
            aria-checked={isOpen}
            className={isOpen ? 'lane-switch is-open' : 'lane-switch'}
            onClick={() => void turn(lane, !isOpen)}
          >
            <span>{words.laneNumber(lane)}</span>
            <strong>
              <span aria-hidden="true">{isOpen ? '● ' : '○ '}</span>
              {isOpen ? words.laneOpen : words.laneClosed}
            </strong>
          </button>
        )
      })}
    </div>
  )
}
