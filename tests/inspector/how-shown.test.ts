import { beforeAll, describe, expect, it, test } from 'vitest'
import { judgeHere } from '../../checkpoint-app/device/judge-here.ts'
import { ageOfPicture, doubtOf, howShown } from '../../checkpoint-app/inspector/how-shown.ts'
import { makeEnvelope } from '../../checkpoint-app/inspector/make-envelope.ts'
import { knownOf } from '../../checkpoint-app/inspector/truck-session.ts'
import { en } from '../../checkpoint-app/inspector/words.en.ts'
import { zh } from '../../checkpoint-app/inspector/words.zh.ts'
import { stampCode } from '../../shared/credential/live.ts'
import type { Opened } from '../../shared/credential/open.ts'
import { encodeQr } from '../../shared/credential/qr.ts'
import { hour, minute, plus } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { newPhoneKey } from '../credential/phone-key.ts'
import type { PhoneKey } from '../credential/phone-key.ts'
import { now } from '../policy/truck.ts'
import { freightToken, opened, scannedFreight, truckArrives } from './booth.ts'
import { terminalKept as terminal } from '../device/terminal-row.ts'

let driver: PhoneKey
beforeAll(async () => void (driver = await newPhoneKey()))

const id = 'x4Kq9TzL0mWb2e'
const onPhone = () => freightToken({ id, shownBy: driver.point })

/** The screen of the driver's phone, seen at the booth now. */
const screen = async (stampedAt: Instant, key = driver) =>
  opened(encodeQr(await onPhone(), await stampCode(key.sign, id, stampedAt)))

const codes: Record<string, () => Promise<Opened>> = {
  paper: () => scannedFreight(),
  live: () => screen(now),
  'a picture two hours old': () => screen(plus(now, -2 * hour)),
  'the text without its stamp': async () => opened(await onPhone()),
  "another phone's stamp": async () => screen(now, await newPhoneKey()),
}

describe('what the inspector reads', () => {
  test.each([
    ['paper', '纸质码', undefined, undefined],
    ['live', '实时', undefined, undefined],
    ['a picture two hours old', '疑似截图', 'picture', '截图约2小时前'],
    ['the text without its stamp', '疑似截图', 'picture', undefined],
    ["another phone's stamp", '疑似仿冒', 'bad-stamp', undefined],
  ])('%s: %s', async (code, word, doubt, age) => {
    const read = await codes[code]?.()
    expect([howShown(read, zh)?.word, doubtOf(read), ageOfPicture(read, now, zh)]).toEqual([word, doubt, age])
  })

  test.each([
    [-91_000, '截图约2分钟前', 'Taken some 2 min ago'],
    [-89 * minute, '截图约89分钟前', 'Taken some 89 min ago'],
    [-47 * hour, '截图约47小时前', 'Taken some 47 h ago'],
    [-72 * hour, '截图约3天前', 'Taken some 3 days ago'],
    [3 * hour, '司机手机的时间快了约3小时', "The driver's phone is some 3 h fast"],
  ])('a stamp of %d ms from now: %s', async (away, said, inEnglish) => {
    const read = await screen(plus(now, away))
    expect([ageOfPicture(read, now, zh), ageOfPicture(read, now, en)]).toEqual([said, inEnglish])
  })

  it('of no code, a code that does not hold, or a pass it says nothing', async () => {
    const refused = { ok: false, reason: 'expired', code: 'C-07' } as const
    expect([undefined, null, refused].map((code) => [howShown(code, zh), doubtOf(code)])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })
})

describe('at the booth', () => {
  const scanned = (code: Opened) =>
    truckArrives()
      .happens({ type: 'code-read', opened: code })
      .lookedUp(undefined)
      .happens({ type: 'plate-matches' })
      .answers(0, { temperatures: [36.5] })
      .answers(1, { temperatures: [36.5] })
      .answers(2, { temperatures: [36.5] })

  /** The record as it is sent: how each credential was shown. */
  function recorded({ session }: ReturnType<typeof scanned>) {
    const judgement = judgeHere(knownOf(session)!, now)
    const clock = { now: () => now, offset: () => 0, held: () => false, notBefore: () => undefined }
    return makeEnvelope({ id, session, judgement, terminal, clock }).credentials
  }

  test.each([
    ['paper', 'V8', { refused: null }],
    ['live', 'V8', { refused: null }],
    ['a picture two hours old', 'V8', { refused: null, live: 'stale' }],
    ['the text without its stamp', 'V8', { refused: null, live: 'none' }],
  ])('%s is released as the code says, and the record says how it was shown', async (code, row, entry) => {
    const booth = scanned((await codes[code]?.())!)
    expect(booth.says()).toMatch(new RegExp(`^${row}\\b`))
    expect(recorded(booth)).toEqual([{ kind: 'freight', jti: id, number: 'T2205160001', ...entry }])
  })

  it("under another phone's stamp it counts as no code, with a lead; the truck goes on by its documents", async () => {
    const booth = scanned((await codes["another phone's stamp"]?.())!)
    expect(booth.says()).not.toMatch(/^V8/)
    expect(recorded(booth)).toMatchObject([{ refused: 'bad-stamp' }])
    expect(judgeHere(knownOf(booth.session)!, now).facts.pass).toEqual({ state: 'forged' })
  })

  it('scanned again from the live screen, the picture is forgotten', async () => {
    const booth = scanned((await codes['a picture two hours old']?.())!)
    const again = booth.happens({ type: 'code-read', opened: (await codes['live']?.())! })
    expect(recorded(again)).toEqual([{ kind: 'freight', jti: id, refused: null, number: 'T2205160001' }])
  })
})
