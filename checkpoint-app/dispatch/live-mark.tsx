import { beijing, instant, shortTime } from '../../shared/instant.ts'
import { serverOffsetMs } from '../ui/server-clock.ts'
import { useNow } from '../ui/use-now.ts'
import type { Link } from './link.ts'
import { useDispatchWords } from './words.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** 10:21 by the server's clock; with the date where it was another day. */
export function clockOf(deviceMs: number): string {
  const at = instant(deviceMs + (serverOffsetMs() ?? 0))
  const { hour, minute } = beijing(at)
  return Math.abs(Date.now() - deviceMs) < 12 * 3_600_000 ? `${two(hour)}:${two(minute)}` : shortTime(at)
}

/** The time, and whether what is shown is of now. */
export function LiveMark({ link }: { link: Link }) {
  const words = useDispatchWords()
  const now = useNow(1000)
  const { hour, minute, second } = beijing(now)
  const text =
    link.kind === 'offline'
      ? words.offline(clockOf(link.since))
      : words.link[link.kind === 'again' ? 'again' : link.kind]
  return (
    <p className="live-mark">
      <time className="wall-clock">{`${two(hour)}:${two(minute)}:${two(second)}`}</time>
      <span className={`link-mark is-${link.kind}`} role="status">
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" />
        </svg>
        {text}
      </span>
    </p>
  )
}
