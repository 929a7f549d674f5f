import { addRiskAreas } from '../../schema/api/risk-areas.ts'
import type { World } from './world.ts'

/** One area listed, one to be listed. */
export async function riskAreaSpecimens(road: World) {
  const epidemic = await road.staff('epidemic')
  const path = '/api/office/risk-areas'
  const body = (name: string) => ({
    source: '示例通告第1号',
    items: [{ region: '410822', name, level: 'medium', from: '2022-05-10T00:00:00+08:00' }],
  })
  const listed = (await epidemic.send('POST', path, body('示例街道示例小区'))).as(addRiskAreas.answer)
  return {
    readRiskAreas: { path: '/api/risk-areas', by: road.anyone },
    listRiskAreas: { path: `${path}?standing=in-force`, by: epidemic.send },
    addRiskAreas: { path, body: body('示例村'), by: epidemic.send },
    endRiskArea: {
      path: `${path}/${listed.results[0]?.id ?? ''}/end`,
      body: { reason: '连续14天无新增', to: '2022-05-16T12:00:00+08:00' },
      by: epidemic.send,
    },
  }
}
