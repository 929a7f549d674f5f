import { overlayFile } from '../policy/overlay-kit.ts'
import { command } from '../server/editions/kit.ts'
import type { World } from './world.ts'

/** Amendments and overlays in every state that a request may meet. */
export async function editionSpecimens(road: World) {
  const { drafter, clerk, draft, drafts, tries, publishes } = await command(road)
  const published = await publishes({ values: { pendingSampleWindow: 36 } })
  const [changed, dropped, signed] = [await drafts(), await drafts(), await drafts()]
  await tries(signed)
  const file = (level: string, parameters: object) => overlayFile(parameters, { level, superior: published.edition })
  const overlay = { file: file('checkpoint', { priorReleaseHours: 48 }), place: 'JZ-G02' }
  const accepted = await clerk.send('POST', '/api/overlays', { ...overlay, place: 'JZ-G01' })
  const { id } = Object.assign({ id: '' }, accepted.body)
  const by = drafter.send
  const at = (amendment: { id: string }, what = '') => `/api/amendments/${amendment.id}${what}`
  return {
    listEditions: { path: '/api/editions', by },
    getEdition: { path: `/api/editions/${published.edition}`, by },
    getAmendment: { path: at(changed), by },
    draftAmendment: { path: '/api/amendments', body: draft(), by },
    changeDraft: { path: at(changed), body: { version: 1, draft: draft({ values: { testValidity: 36 } }) }, by },
    dropDraft: { path: at(dropped, '/drop'), body: { version: 1 }, by },
    dryRun: { path: at(signed, '/dry-run'), body: { version: 1 }, by },
    signAmendment: { path: at(signed, '/sign'), body: { version: 1 }, by },
    rollBack: { path: at(published, '/roll-back'), body: { reason: '依据文件已废止' }, by },
    checkOverlayFile: { path: '/api/overlays/check', body: overlay, by },
    acceptOverlay: { path: '/api/overlays', body: overlay, by },
    endOverlay: { path: `/api/overlays/${id}/end`, body: { reason: '县里撤回' }, by },
  }
}
