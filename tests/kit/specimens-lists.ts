import { driverItem, lists } from '../server/lists/kit.ts'
import { li, wang, zhang } from './people.ts'
import type { World } from './world.ts'

/** A draft, and entries in force to be suspended and extended. */
export async function listSpecimens(road: World) {
  const { officer, command, batch, brings, driversInForce } = await lists(road)
  const [suspended = '', extended = ''] = await driversInForce(driverItem(zhang), driverItem(wang))
  const [draft] = await brings('W1', driverItem(li))
  const at = (id: string, what = '') => `/api/list-entries/${id}${what}`
  const next = driverItem(li, { from: '2022-06-01T00:00:00+08:00', to: '2022-06-10T00:00:00+08:00' })
  const step = { step: 'submit', documentNo: '焦保畅〔2022〕9号' }
  const by = officer.send
  const reason = '核对名单'
  // Draft, submitted, approved: two steps after the first version.
  const version = 3
  return {
    importListEntries: { path: '/api/lists/W1/entries', body: { batch: crypto.randomUUID(), items: [next] }, by },
    listListEntries: { path: '/api/lists/W1/entries', by },
    getListEntry: { path: at(extended), by },
    takeListStep: { path: at(draft?.id ?? '', '/steps'), body: { version: 1, ...step }, by },
    takeListBatchStep: { path: `/api/list-batches/${batch}/steps`, body: { list: 'W1', ...step }, by },
    changeListEntry: { path: at(suspended, '/standing'), body: { version, deed: 'suspend', reason: 'borrowed' }, by },
    extendListEntry: {
      path: at(extended, '/extension'),
      body: { version, to: '2022-06-23T00:00:00+08:00', documentNo: '豫疫情防指办〔2022〕99号' },
      by: command.send,
    },
    revealListEntry: { path: at(extended, '/reveal'), body: { reason }, by },
    exportListEntries: { path: '/api/lists/W1/export', body: { reason }, by },
  }
}
