import { useState } from 'react'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { useRiskAreaWords } from './risk-area-words.ts'
import { groupAreas, type CountyAreas, type RiskArea } from './risk-areas.ts'
import { Sheet } from './sheet.tsx'
import { StateMark } from './state-mark.tsx'
import { useRegions } from './use-regions.ts'
import './risk-area.css'

/** Fewer than this are all shown at once. */
const shownWhole = 30

function County({ county: { path, areas } }: { county: CountyAreas }) {
  const words = useRiskAreaWords()
  return (
    <section className="risk-county">
      <h4>{path}</h4>
      <ul>
        {areas.map(({ name, level, from }) => {
          const at = parseInstant(from)
          return (
            <li key={`${name} ${level}`}>
              <span>{name}</span>
              <StateMark size="small" tone={level === 'high' ? 'stop' : 'care'} word={words.level[level]} />
              {at !== undefined && <span className="quiet small">{words.from(shortTime(at))}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The list as it stands, by province and county; found by typing. */
export function RiskAreaList({ areas, asOf }: { areas: readonly RiskArea[]; asOf?: string }) {
  const words = useRiskAreaWords()
  const regions = useRegions()
  const [search, setSearch] = useState('')
  if (areas.length === 0) return <p>{words.empty}</p>
  const groups = groupAreas(areas, regions, search)
  const few = groups.reduce((sum, { count }) => sum + count, 0) <= shownWhole
  const at = asOf === undefined ? undefined : parseInstant(asOf)
  return (
    <>
      <p className="quiet small">
        {at !== undefined && `${words.asOf(shortTime(at))}　`}
        {words.about}
      </p>
      <Field
        label={words.search}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {groups.length === 0 && <p role="status">{words.none}</p>}
      {groups.map(({ province, count, counties }) => (
        // Opened anew where a search has left few.
        <details key={`${province} ${few}`} className="risk-province" open={few}>
          <summary>
            {province} <span className="quiet">{words.count(count)}</span>
          </summary>
          {counties.map((county) => (
            <County key={county.region} county={county} />
          ))}
        </details>
      ))}
    </>
  )
}

/** The button beside the question, and what it opens. `areas` undefined = the list has not come. */
export function RiskAreaButton({ areas, asOf }: { areas: readonly RiskArea[] | undefined; asOf?: string }) {
  const words = useRiskAreaWords()
  const [open, setOpen] = useState(false)
  if (areas === undefined) return <p className="quiet small">{words.missing}</p>
  return (
    <>
      <Button kind="ghost" wide onClick={() => setOpen(true)}>
        {words.open(areas.length)}
      </Button>
      <Sheet tall open={open} title={words.title} onClose={() => setOpen(false)}>
        <RiskAreaList areas={areas} {...(asOf === undefined ? {} : { asOf })} />
      </Sheet>
    </>
  )
}
