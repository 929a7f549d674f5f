import { describe, expect, test } from 'vitest'
import { negative } from '../policy/truck.ts'
import { papers, plate } from './booth.ts'
import { booth, late, settle, shows } from './desk-kit.ts'

const answer = () => ({ ok: true, value: late }) as const

/** A truck that waits for its kit, and two pages of the phone that both know of it. */
async function twoPages() {
  const before = await booth(answer)
  before.desk.typePlate(plate)
  await settle()
  before.desk.send(shows(papers({ nucleicAcid: negative('13T10:00') })))
  await settle()
  before.desk.next()
  await settle()
  const { store } = before
  const [one, two] = [await booth(answer, store, 100), await booth(answer, store, 200)]
  const resume = async ({ desk }: typeof one) => {
    desk.resume(desk.state().parked[0]?.id ?? '')
    await settle()
  }
  const readKit = async ({ desk }: typeof one) => {
    desk.send(shows({ antigen: 'negative' }))
    await settle()
  }
  return { one, two, store, resume, readKit }
}

describe('two pages of one phone with the same truck', () => {
  test('finished in one, the other is told and does not record it again', async () => {
    const { one, two, resume, readKit } = await twoPages()
    await resume(one)
    await resume(two)
    await readKit(one)
    expect((await one.rows()).toSorted()).toEqual(['V11', 'V12'])
    await readKit(two)
    expect((await two.rows()).toSorted()).toEqual(['V11', 'V12'])
    expect(two.desk.state()).toMatchObject({ elsewhere: plate, session: undefined, shown: undefined, parked: [] })
    two.desk.understood()
    expect(two.desk.state().elsewhere).toBeUndefined()
  })

  test('taken up after the other has finished it: told before anything is asked', async () => {
    const { one, two, resume, readKit } = await twoPages()
    await resume(one)
    await readKit(one)
    await resume(two)
    expect(two.desk.state()).toMatchObject({ elsewhere: plate, session: undefined })
  })

  test('gone on with but not finished, it stands here as it does there, and can be finished here', async () => {
    const { one, two, resume, readKit } = await twoPages()
    await resume(one)
    await resume(two)
    one.desk.send(shows({ refuses: true }))
    await settle()
    await readKit(two)
    expect((await two.rows()).toSorted()).toEqual(['V11', 'V15'])
    expect(two.desk.state()).toMatchObject({ elsewhere: plate, parked: [{ plate: { text: plate } }] })
    await resume(two)
    expect(two.desk.state().shown?.judgement.verdict.row).toBe('V15')
    two.desk.send({ type: 'settled', settled: 'released-by-head' })
    await settle()
    expect((await two.rows()).toSorted()).toEqual(['V11', 'V15', 'V15'])
    expect(await two.store.read('parked')).toEqual([])
  })

  test('each its own truck, both are recorded', async () => {
    const { one, two } = await twoPages()
    one.desk.typePlate('豫HX0002')
    two.desk.typePlate('豫HX0003')
    await settle()
    for (const { desk } of [one, two]) desk.send(shows({ refuses: true }))
    await settle()
    expect((await one.rows()).toSorted()).toEqual(['V11', 'V15', 'V15'])
    expect([one.desk.state().elsewhere, two.desk.state().elsewhere]).toEqual([undefined, undefined])
  })
})
