import type { Tables } from '../../schema/tables.ts'
import { sql } from '../../server/store/db.ts'
import { tagsOfDay } from '../../server/usecases/tag-key.ts'
import { beijingIso, plus } from '../../shared/instant.ts'
import { bundleBy } from '../kit/bundle.ts'
import { world } from '../kit/world.ts'
import type { World } from '../kit/world.ts'
import type { Line } from './measure.ts'

const [listed, released, rounds] = [2000, 5000, 20]
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
const mark = (nth: number) => ({
  surname: surnames[nth % surnames.length] ?? '',
  idTail: String(nth % 10_000).padStart(4, '0'),
})

/** The offline bundle over HTTP in memory, with 2,000 people listed and 5,000 releases of two people each in the city. */
export async function benchBundle(): Promise<Line[]> {
  const road = await world()
  const inspector = await road.inspector('JZ-G01')
  await fill(road)
  const first = await took(() => bundleBy(inspector.call))
  const { answer, manifest, part } = await bundleBy(inspector.call)
  const have = { have: [...new Set(Object.values(manifest.parts))], standing: part('standing').version }
  const bytes = [answer, (await bundleBy(inspector.call, have)).answer].map((each) => JSON.stringify(each).length)
  console.log(`bundle: whole ${bytes[0]} bytes, a minute without news ${bytes[1]} bytes`)
  const tags = await tagsOfDay(road.deps)
  const marks = Array.from({ length: 10_000 }, (_, nth) => ({ ...mark(nth), idTail: `${nth}`.padStart(5, '0') }))
  const ready = () => tags.ready({ people: marks, plates: [] })
  return [
    { name: 'bundle: the first of a day', ours: [first], count: 1 },
    { name: 'bundle: a minute without news', ours: await times(() => bundleBy(inspector.call, have)), count: 1 },
    { name: 'bundle: tags of 10,000 people made', ours: [await took(ready)], count: 10_000 },
    { name: 'bundle: the same tags again', ours: await times(ready), count: 10_000 },
  ]
}

async function fill({ db, clock, inspector }: World) {
  const [away] = [await inspector('JZ-G02')]
  await away.uploads({ crew: [mark(1)] })
  const [one] = await db.all(sql.selectFrom('inspection').selectAll().compile())
  if (one === undefined) throw new Error('the release is recorded')
  const person = (nth: number): Tables['listed_person'] => ({
    person_tag: `p${nth}`,
    kind: nth % 2 === 0 ? 'positive' : 'red',
    surname: mark(nth).surname,
    id_tail: mark(nth).idTail,
    since: clock.now(),
    source: beijingIso(clock.now()),
  })
  const release = (nth: number): Tables['inspection'] => ({
    ...one,
    id: `i${nth}`,
    plate: `豫H${nth}`,
    crew: JSON.stringify([mark(nth + 3000), mark(nth + 6000)]),
    made_at: plus(clock.now(), -nth * 1000),
  })
  await db.commit(
    Array.from({ length: listed }, (_, nth) => sql.insertInto('listed_person').values(person(nth)).compile()),
  )
  await db.commit(
    Array.from({ length: released }, (_, nth) => sql.insertInto('inspection').values(release(nth)).compile()),
  )
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < rounds; round += 1) samples.push(await took(work))
  return samples
}
