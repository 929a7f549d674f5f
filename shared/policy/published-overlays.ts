/** Settings of counties and checkpoints over the city's edition: the county's first, the checkpoint's over them. */
import { beijingIso, instant, type Instant } from '../instant.ts'
import type { Edition } from './edition.ts'
import { overlayEdition } from './overlay-edition.ts'
import { provedUnder } from './overlay-weighed.ts'
import type { Overlay } from './overlay.ts'

export type OverlaySpan = {
  readonly level: Overlay['level']
  /** County code or checkpoint id. */
  readonly place: string
  readonly overlay: Overlay
  /**
   * `provedUnder` of the edition it was proved against: for a checkpoint, that of its county. Over a law that has changed where the
   * proof looks, it does not bind.
   */
  readonly under: string
  readonly from: Instant
  readonly endedAt: Instant | null
}

const wholeSecond = (at: Instant) => instant(Math.ceil(at / 1000) * 1000)

const boundFrom = ({ overlay, from }: OverlaySpan): Overlay => ({ ...overlay, from: beijingIso(wholeSecond(from)) })

const holds = ({ from, endedAt }: OverlaySpan, now: Instant) =>
  wholeSecond(from) <= now && (endedAt === null || now < endedAt)

export function settledOverlays(spans: readonly OverlaySpan[]) {
  const made = new Map<string, Edition>()
  const grounds = new Map<string, string>()

  function groundOf(edition: Edition): string {
    const ground = grounds.get(edition.id) ?? provedUnder(edition)
    grounds.set(edition.id, ground)
    return ground
  }

  /** The superior's own edition where the proof was another's. */
  function laid(index: number, superior: Edition): Edition {
    const span = spans[index]
    if (span === undefined || span.under !== groundOf(superior)) return superior
    const key = `${index} ${superior.id}`
    const edition = made.get(key) ?? overlayEdition(boundFrom(span), superior)
    made.set(key, edition)
    return edition
  }

  const bindingAt = (now: Instant, level: Overlay['level'], place: string) =>
    spans.findLastIndex((span) => span.level === level && span.place === place && holds(span, now))

  const allOf = (level: Overlay['level'], superiors: readonly Edition[]) =>
    spans.flatMap((span, index) => (span.level === level ? superiors.map((superior) => laid(index, superior)) : []))

  return {
    over(city: Edition, now: Instant, where: { readonly checkpoint: string; readonly county: string }): Edition {
      if (spans.length === 0) return city
      const county = laid(bindingAt(now, 'county', where.county), city)
      return laid(bindingAt(now, 'checkpoint', where.checkpoint), county)
    },
    /** The editions that any of them makes of any of these. */
    every(cities: readonly Edition[]): readonly Edition[] {
      const counties = allOf('county', cities)
      const made = [...counties, ...allOf('checkpoint', [...cities, ...counties])]
      return [...new Map(made.filter((one) => !cities.includes(one)).map((one) => [one.id, one])).values()]
    },
  }
}
