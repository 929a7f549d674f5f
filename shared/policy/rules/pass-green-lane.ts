import type { Modifier } from '../rule.ts'
import type { Row } from '../verdict.ts'

const releasing: ReadonlySet<Row> = new Set(['V4', 'V5', 'V6', 'V8', 'V10', 'V12', 'V13', 'V14'])

/** A valid pass of any province gives the green lane after a releasing row. Without one nothing changes. */
export const passGreenLane: Modifier = {
  id: 'pass-green-lane',
  modifier: 'M1',
  clauses: ['jiaozuo-20#8', 'henan-16#8'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ facts }, { row }) => facts.pass?.state === 'valid' && releasing.has(row),
  task: 'green-lane',
}
