import type { Bilingual } from '../policy/documents.ts'
import type { Settlement } from '../sync/settlement.ts'

/** What the head chose, on the inspector's phone and in the ledger. */
export const settlementWords: Readonly<Record<Settlement, Bilingual>> = {
  'released-by-head': { zh: '点长负责，予以放行', en: 'Released on the head’s responsibility' },
  'other-driver': { zh: '换驾接驳，货物继续', en: 'Another driver takes the goods on' },
  'tested-nearby': { zh: '引导至就近检测点', en: 'Guided to the nearest test point' },
  'handed-to-county': { zh: '交县级值班领导处置', en: 'Handed to the county leader on duty' },
}
