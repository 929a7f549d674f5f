import { useLanguage } from '../ui/language.tsx'
import { overWords } from '../../shared/wording/congestion-steps.ts'
import { blockKindWords } from '../../shared/wording/network.ts'
import { parseInstant } from '../../shared/instant.ts'
import { useNow } from '../ui/use-now.ts'
import { clock } from './board-row.tsx'
import { useSituationWords } from './situation-words.ts'
import { StandingShape } from './standing-mark.tsx'
import type { Region, RoadBlock, Situation } from './use-situation.ts'
import './situation.css'

function Member({ member: { id, name, step, over, endedAt } }: { member: Region['members'][number] }) {
  const words = useSituationWords()
  const { language } = useLanguage()
  const standing = endedAt !== null ? 'calm' : (step ?? 'begun')
  return (
    <a className="region-member" href={`#/${id}`}>
      <StandingShape of={standing} size={16} /> {name}{' '}
      <span className="small">{endedAt !== null ? words.clear : over === null ? '' : overWords(over)[language]}</span>
    </a>
  )
}

/** One matter of the city over the rows that belong to it: what began it, and whom it reached. */
function Band({ region }: { region: Region }) {
  const words = useSituationWords()
  const { cause, why, closedAt, openedAt, members } = region
  return (
    <section className="region-band" aria-label={words.region}>
      <p>
        <StandingShape of="L2" size={20} /> <strong>{words.region}</strong>{' '}
        <a href={`#/${cause.id}`}>{words.cause(cause.name, clock(closedAt), why === 'lanes')}</a>
        {openedAt !== null && words.openedAgain(clock(openedAt))}
      </p>
      <p>
        <span className="quiet small">{words.reached}</span>
        {members.map((member) => (
          <Member key={member.incident} member={member} />
        ))}
      </p>
    </section>
  )
}

/** 32 分钟 since a moment. */
export function useLasts(): (from: string) => string {
  const words = useSituationWords()
  const now = useNow()
  return (from) => words.since(Math.max(0, Math.floor((now - (parseInstant(from) ?? now)) / 60_000)))
}

function RoadMark({ block, open }: { block: RoadBlock; open: () => void }) {
  const words = useSituationWords()
  const { language } = useLanguage()
  const lasts = useLasts()
  const { kind, road, place, startedAt, level } = block
  return (
    <li>
      <button type="button" className="road-mark" onClick={open}>
        <StandingShape of={kind === 'blocked' ? 'L3' : 'L1'} size={16} />{' '}
        <strong>
          {road} {blockKindWords[kind][language]}
        </strong>{' '}
        <span className="road-place">{place}</span> <span className="quiet">{lasts(startedAt)}</span>
        {level !== 'county' && <span className="road-level">{words.level[level]}</span>}
      </button>
    </li>
  )
}

/** Over the rows: regional groups, then the roads that are blocked or slow; nothing where there is neither. */
export function SituationBands({ situation, openRoads }: { situation: Situation | undefined; openRoads: () => void }) {
  const words = useSituationWords()
  const roads = situation?.roads.filter(({ resolvedAt }) => resolvedAt === null) ?? []
  return (
    <>
      {situation?.regions.map((region) => (
        <Band key={region.id} region={region} />
      ))}
      {roads.length > 0 && (
        <ul className="road-strip" aria-label={words.roadsTitle}>
          {roads.map((block) => (
            <RoadMark key={block.id} block={block} open={openRoads} />
          ))}
        </ul>
      )}
    </>
  )
}
