import { beforeAll, describe, expect, it } from 'vitest'
import { signHead } from '../../shared/audit/head.ts'
import { verifyChain } from '../../shared/audit/verify.ts'
import { Fault } from '../../shared/fault.ts'
import { newestHead } from '../../server/store/audit.ts'
import { chainOf, check, emptyLog, fill, flawIn, rowsOf, run, unlock } from './kit.ts'

/** Thirty entries, heads at the tenth and the twentieth, the triggers out of the way. */
async function log() {
  const made = await emptyLog()
  for (let part = 0; part < 3; part += 1) {
    await fill(made.deps, 10)
    made.clock.forward(1)
    if (part < 2) await made.deps.audit.signHead()
  }
  const outside = (await made.db.all(run('select * from audit_head order by seq'))) as never[]
  await unlock(made.deps)
  return { ...made, outside }
}

/** What an owner of the file might do, and what is then found without and with the heads kept outside. */
const tampering: readonly (readonly [what: string, sql: readonly string[], without: string, withHeads: string])[] = [
  ['nothing', [], 'whole', 'whole'],
  ['an entry taken out', ['delete from audit where seq = 17'], 'missing 17', 'missing 17'],
  ['the first taken out', ['delete from audit where seq = 1'], 'missing 1', 'missing 1'],
  [
    'taken out and the rest moved up',
    ['delete from audit where seq = 17', 'update audit set seq = seq - 1 where seq > 17'],
    'foreign 17',
    'foreign 17',
  ],
  [
    'two exchanged',
    [
      'update audit set seq = 99 where seq = 4',
      'update audit set seq = 4 where seq = 5',
      'update audit set seq = 5 where seq = 99',
    ],
    'foreign 4',
    'foreign 4',
  ],
  [
    'one doubled at the end',
    [
      'insert into audit select 31, at, actor, role, device, action, kind, subject, reason, detail, prev, mac from audit where seq = 30',
    ],
    'foreign 31',
    'foreign 31',
  ],
  [
    'one made up at the end',
    [
      "insert into audit select 31, at, actor, role, device, action, kind, subject, reason, detail, mac, 'made up' from audit where seq = 30",
    ],
    'altered 31',
    'altered 31',
  ],
  ['a reason put straight', ["update audit set reason = '换班' where seq = 12"], 'altered 12', 'altered 12'],
  ['a reason struck out', ['update audit set reason = null where seq = 30'], 'altered 30', 'altered 30'],
  ['the last two cut off', ['delete from audit where seq > 28'], 'whole', 'whole'],
  ['cut off into what is signed', ['delete from audit where seq > 19'], 'cut 20', 'cut 20'],
  [
    'cut off with its head',
    ['delete from audit where seq > 19', 'delete from audit_head where seq = 20'],
    'whole',
    'cut 20',
  ],
  ['a head taken out', ['delete from audit_head where seq = 10'], 'whole', 'head-lost 10'],
  ['everything gone', ['delete from audit', 'delete from audit_head'], 'whole', 'cut 1'],
  ['a head moved', ['update audit_head set seq = 19 where seq = 20'], 'bad-head 19', 'bad-head 19'],
  ['a head dated back', ['update audit_head set at = at - 60000 where seq = 20'], 'bad-head 20', 'bad-head 20'],
]

describe('verify', () => {
  it.each(tampering)('%s', async (_, sql, without, withHeads) => {
    const { deps, db, outside } = await log()
    for (const text of ['drop trigger audit_head_is_not_changed', ...sql]) await db.commit([run(text)])
    expect([flawIn(await check(deps)), flawIn(await check(deps, outside))]).toEqual([without, withHeads])
  })

  it('names the time of what is wrong, and says how far heads reach', async () => {
    const { deps, db, outside, clock } = await log()
    expect(await check(deps, outside)).toMatchObject({ entries: 30, signedTo: 20, outsideTo: 20, flaw: undefined })
    expect(await check(deps, outside.slice(0, 1))).toMatchObject({ signedTo: 20, outsideTo: 10, flaw: undefined })
    await db.commit([run("update audit set actor = 'x' where seq = 25")])
    expect((await check(deps)).flaw).toEqual({ kind: 'altered', seq: 25, at: clock.now() - 60_000 })
  })

  it('finds an older copy of the database that was written on, even by the server itself', async () => {
    const { deps, db, outside } = await log()
    for (const text of ['delete from audit where seq > 15', 'delete from audit_head where seq > 15'])
      await db.commit([run(text)])
    await fill(deps, 20)
    expect([flawIn(await check(deps)), flawIn(await check(deps, outside))]).toEqual(['whole', 'rewritten 20'])
  })

  it('takes no head but its own: another key, another use, another text', async () => {
    const { deps } = await emptyLog()
    await fill(deps, 5)
    await deps.audit.signHead()
    const [row] = (await rowsOf(deps)).slice(-1)
    const [head] = await deps.db.all(newestHead())
    const other = await emptyLog()
    const forged = [
      await signHead(row!, deps.now(), await other.deps.keyring.signer('audit')),
      await signHead(row!, deps.now(), await deps.keyring.signer('bundle')),
      { ...head!, mac: 'x' },
      { ...head!, signature: head!.signature.slice(1) },
      { ...head!, signature: '' },
    ]
    for (const bad of forged) expect(flawIn(await check(deps, [bad]))).toBe('bad-head 5')
    expect(flawIn(await check(deps, [head!, head!]))).toBe('whole')
  })

  it('finds everything altered under another master secret', async () => {
    const [one, other] = [await emptyLog(), await emptyLog()]
    await fill(one.deps, 3)
    expect(flawIn(await check({ ...one.deps, vault: other.deps.vault }))).toBe('altered 1')
  })

  it('says that it cannot read on where the database cannot', async () => {
    const { deps } = await emptyLog()
    await fill(deps, 3)
    const rows = await rowsOf(deps)
    async function* pages() {
      yield rows.slice(0, 2)
      await Promise.reject(new Fault('broken', 'DB-02', 'damaged'))
    }
    expect(flawIn(await verifyChain({ ...(await chainOf(deps)), pages: pages() }))).toBe('unreadable 3')
  })
})

describe('signing heads', () => {
  let made: Awaited<ReturnType<typeof emptyLog>>
  beforeAll(async () => {
    made = await emptyLog()
  })
  const heads = async () =>
    (await made.db.all(run('select seq from audit_head order by seq'))).map((row) => Reflect.get(row, 'seq'))

  it('signs nothing of an empty log, and each end once', async () => {
    await made.deps.audit.signHead()
    expect(await heads()).toEqual([])
    await fill(made.deps, 3)
    await Promise.all([made.deps.audit.signHead(), made.deps.audit.signHead()])
    await made.deps.audit.signHead()
    expect(await heads()).toEqual([3])
  })

  it('signs by itself every hundred entries', async () => {
    for (let part = 0; part < 3; part += 1) await fill(made.deps, 70)
    await expect.poll(heads).toHaveLength(3)
    const [, first = 0, second = 0] = await heads()
    expect([first >= 100, second >= 200, flawIn(await check(made.deps))]).toEqual([true, true, 'whole'])
  })

  it('only logs that it could not', async () => {
    const { deps, db, logged } = await emptyLog()
    await fill(deps, 1)
    db.close()
    await deps.audit.signHead()
    expect(logged).toEqual([expect.stringContaining('audit-head-failed')])
  })
})
