/** Numbers of the road network 路网监测 and of service areas 服务区 (jiaozuo-20#1). Data only. */
import type { Dated } from './parameters.ts'

const since = '2022-04-23T00:00:00+08:00'
const checked = '2022-05-16'

export const networkParameters = {
  roadBlockRisesAfter: {
    unit: 'minutes that a road is blocked at one level; over, not at, the level above has it',
    checked,
    proposal: 'as a call to 12328 that nobody answers',
    values: [{ from: since, value: 30, clause: 'jiaozuo-20#1' }],
  },
  serviceAreaReopens: {
    unit: 'hours after a service area was closed for a contact until it is to open again 满三天即恢复开放',
    checked,
    values: [{ from: since, value: 72, clause: 'jiaozuo-20#1' }],
  },
} as const satisfies Record<string, Dated>
