import { describe, expect, it } from 'vitest'
import { getInspection } from '../../../schema/api/inspections.ts'
import { sql } from '../../../server/store/db.ts'
import { fromOutside, world } from '../../kit/world.ts'

const refuses = fromOutside('沪DX0001', { refuses: true, healthCode: undefined })

describe('a refusal that the head settled on the spot', () => {
  it('is a second record of the same row, which the ledger can read, and asks for no head again', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const results = await inspector.uploads({ facts: refuses }, { facts: refuses, settled: 'other-driver' })
    expect(results.map(({ status, row }) => [status, row])).toEqual([
      ['recorded', 'V15'],
      ['recorded', 'V15'],
    ])
    const heads = await road.deps.db.all(sql.selectFrom('task').selectAll().where('kind', '=', 'head').compile())
    expect(heads.map(({ inspection_id }) => inspection_id)).toEqual([results[0]?.id])
    const read = async (id: string | null | undefined) =>
      (await inspector.head.send('GET', `/api/inspections/${id}`)).as(getInspection.answer).settled
    expect([await read(results[0]?.id), await read(results[1]?.id)]).toEqual([null, 'other-driver'])
  })

  it('hides nothing else that the server finds due', async () => {
    const road = await world()
    const inspector = await road.inspector('JZ-G01')
    const ill = fromOutside('沪DX0001', { refuses: true, healthCode: undefined, temperatures: [38.5, 38.4] })
    const [result] = await inspector.uploads({ facts: ill, settled: 'released-by-head' })
    expect(result).toMatchObject({ status: 'recorded', row: 'V2' })
    const due = await road.deps.db.all(sql.selectFrom('task').select('kind').compile())
    expect(due.map(({ kind }) => kind)).toEqual(['medical'])
  })
})
