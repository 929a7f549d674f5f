import { useState } from 'react'
import { Busy } from './busy.tsx'
import { Field } from './field.tsx'
import type { Regions } from './regions.ts'
import { useUiWords } from './use-ui-words.ts'
import { shortRegion, useRegions } from './use-regions.ts'
import { Icon } from './icon.tsx'
import { forwardIcon } from './icons.ts'

type Row = { code: string; name: string; more: boolean }

const henan = '410000'
const jiaozuo = '410800'

/** What is under a region, Henan and Jiaozuo first; a region with nothing below it can be chosen. */
export function rowsUnder(regions: Regions, code: string | undefined): readonly Row[] {
  const lead = (region: { code: string }) => (region.code === henan || region.code === jiaozuo ? 0 : 1)
  const below = [...regions.children(code)].sort((a, b) => lead(a) - lead(b))
  return below.map((region) => ({
    code: region.code,
    name: region.name,
    more: regions.children(region.code).length > 0,
  }))
}

/** The answers to a search, with their path so that two 城关区 can be told apart. */
export const rowsFound = (regions: Regions, text: string): readonly Row[] =>
  regions.findRegion(text, 30).map(({ code }) => ({
    code,
    name: shortRegion(regions, code),
    more: regions.children(code).length > 0,
  }))

export function RegionList({ near, onChoose }: { near?: readonly string[]; onChoose: (code: string) => void }) {
  const words = useUiWords()
  const regions = useRegions()
  const [text, setText] = useState('')
  const [under, setUnder] = useState<string>()
  if (!regions) return <Busy label={words.regionLoading} />
  const searching = text.trim() !== ''
  const rows = searching ? rowsFound(regions, text) : rowsUnder(regions, under)
  const nearby = near ?? regions.children(jiaozuo).map(({ code }) => code)
  const choose = (row: Row) => {
    setText('')
    if (row.more) setUnder(row.code)
    else onChoose(row.code)
  }
  return (
    <>
      <Field
        label={words.regionSearch}
        type="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // The list may stand inside a form, which is not to be sent by a search.
          event.preventDefault()
          if (searching && rows[0]) choose(rows[0])
        }}
      />
      {!searching && !under && (
        <section className="stack-tight" aria-label={words.regionNear}>
          <h3 className="quiet small">{words.regionNear}</h3>
          <div className="region-near">
            {nearby.map((code) => (
              <button key={code} type="button" className="region-chip" onClick={() => onChoose(code)}>
                {regions.regionName(code)}
              </button>
            ))}
          </div>
        </section>
      )}
      {!searching && under && (
        <nav className="region-path">
          <button type="button" onClick={() => setUnder(undefined)}>
            {words.regionAll}
          </button>
          {regions.regionPath(under).map((name) => (
            <span key={name}> › {name}</span>
          ))}
        </nav>
      )}
      {rows.length === 0 && <p className="quiet">{words.regionNone}</p>}
      <ul className="region-rows">
        {rows.map((row) => (
          <li key={row.code}>
            <button type="button" className="region-row" onClick={() => choose(row)}>
              {row.name}
              {row.more && <Icon of={forwardIcon} size={20} />}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
