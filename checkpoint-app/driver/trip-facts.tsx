import { parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { shortRegion, useRegions } from '../ui/use-regions.ts'
import { CodePdfButtons } from './pdf-buttons.tsx'
import type { KeptTrip } from './stored.ts'
import { useRoute } from './use-route.ts'
import { useDriverWords } from './use-words.ts'

/** 988376208022 → 9883 7620 8022, easier to read out. */
export const showNumber = (number: string): string => number.replace(/\W/g, '').replace(/(.{4})(?=.)/g, '$1 ')

export function TripFacts({ kept, over }: { kept: KeptTrip; over: boolean }) {
  const { trip, code } = kept
  const { home } = useDriverWords()
  const regions = useRegions()
  const [, go] = useRoute()
  return (
    <section className="card on-screen trip-facts" aria-label={home.route}>
      <dl className="fact-list">
        <div>
          <dt>{home.number}</dt>
          <dd>{showNumber(trip.number)}</dd>
        </div>
        <div>
          <dt>{home.route}</dt>
          <dd>
            {shortRegion(regions, trip.from)} → {shortRegion(regions, trip.to)}
          </dd>
        </div>
        <div>
          <dt>{home.eta}</dt>
          <dd>{shortTime(parseInstant(trip.eta)!)}</dd>
        </div>
      </dl>
      {!over && (
        <div className="side-by-side">
          <Button onClick={() => go({ screen: 'correct', id: trip.id, page: 0 })}>{home.correct}</Button>
          <Button disabled={code.qr === null} onClick={() => print()}>
            {home.print}
          </Button>
        </div>
      )}
      {!over && code.qr !== null && <CodePdfButtons kept={kept} />}
    </section>
  )
}
