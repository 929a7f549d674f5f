import { useMemo, type RefObject } from 'react'
import { regionName } from '../../shared/identity/region.ts'
import type { Row } from './board-state.ts'
import { regionsOf, type Filter } from './filter.ts'
import { useDispatchWords } from './words.ts'

type Given = {
  rows: readonly Row[]
  filter: Filter
  set: (change: Partial<Filter>) => void
  field: RefObject<HTMLInputElement | null>
}

const nameOf = (prefix: string, county: string) => regionName(prefix.padEnd(6, '0')) ?? county

/** Text, and regions as chips: those that part what is there. */
export function Filters({ rows, filter, set, field }: Given) {
  const words = useDispatchWords()
  const regions = useMemo(() => regionsOf(rows), [rows])
  return (
    <div className="filters">
      <input
        ref={field}
        type="search"
        className="field-input search-input"
        aria-label={words.search}
        placeholder={words.searchHint}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {regions.length > 1 && (
        <div className="chips region-chips" role="toolbar" aria-label={words.filterCounty}>
          <button
            type="button"
            className="filter-chip"
            aria-pressed={filter.region === undefined}
            onClick={() => set({ region: undefined })}
          >
            {words.everywhere}
          </button>
          {regions.map(({ prefix, county, count }) => (
            <button
              key={prefix}
              type="button"
              className="filter-chip"
              aria-pressed={filter.region === prefix}
              onClick={() => set({ region: filter.region === prefix ? undefined : prefix })}
            >
              {nameOf(prefix, county)} <span className="quiet">{count}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
