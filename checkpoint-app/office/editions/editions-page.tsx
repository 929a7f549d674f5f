import { useCallback, useEffect } from 'react'
import { listEditions } from '../../../schema/api/editions.ts'
import type { Address } from '../address.ts'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { AmendmentPage } from './amendment-page.tsx'
import { DraftPage } from './draft-form.tsx'
import './editions.css'
import { OverlayPage } from './overlay-page.tsx'
import { Overview } from './overview.tsx'
import { Reload } from './reload.tsx'
import type { Editions } from './standing.ts'

function Part({ editions, address: { part, query } }: { editions: Editions; address: Address }) {
  if (part === undefined) return <Overview editions={editions} />
  if (part === 'new') return <DraftPage editions={editions} />
  if (part === 'overlay') return <OverlayPage edition={editions.edition} />
  const overlays = editions.overlays.filter(({ state }) => state === 'in-force').length
  return <AmendmentPage key={part} id={part} editing={query['edit'] === '1'} overlays={overlays} />
}

/** 规则版本: what holds, what comes, who changed it and why; drafting, trying out, signing, and settings of places. */
export function EditionsPage({ address }: { address: Address }) {
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(listEditions, {}), [ask]))
  const { reload } = loaded
  // Whatever was done on the part that is left may have changed the list.
  const atList = address.part === undefined
  useEffect(() => {
    if (atList) void reload()
  }, [atList, reload])
  return (
    <Reload value={reload}>
      <WhenLoaded loaded={loaded}>{(editions) => <Part editions={editions} address={address} />}</WhenLoaded>
    </Reload>
  )
}
