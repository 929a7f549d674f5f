import { Facts } from '../ledger/facts.tsx'
import type { Road } from './road.ts'
import { useRoadWords } from './road-words.ts'

/** The road for whoever may not change it. */
export function RoadFacts({ road }: { road: Road }) {
  const words = useRoadWords()
  const { booth } = road
  const signs = road.signs.map(({ number, metres, stake }) => words.signLine(number, metres, stake))
  const facts = [
    { label: words.approachLanes, value: String(road.approachLanes) },
    { label: words.approachMetres, value: String(road.approachMetres) },
    { label: words.greenLane, value: String(road.greenLane ?? words.none) },
    {
      label: words.stake,
      value: booth === null ? words.none : `${booth.stake} · ${words.upstream}${words[booth.upstream]}`,
    },
    { label: words.fence, value: String(road.fenceMetres ?? words.none) },
    { label: words.signs, value: signs.length === 0 ? words.signsNone : signs.map((sign) => <p key={sign}>{sign}</p>) },
  ]
  return <Facts facts={facts} />
}
