import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { answersTo, caseRepliedTo, noticeByLink, openSummonsOf } from '../../server/store/notice-answers.ts'
import { waitingByLane } from '../../server/store/notice-lanes.ts'
import {
  attemptsOf,
  claimed,
  dueNotices,
  forgetPhones,
  hushAnswered,
  lanesWithWork,
  noticesOfIncident,
  noticesOfMessages,
  receiptsDue,
  saidSince,
  smsSince,
  takeBack,
} from '../../server/store/notices.ts'
import { openMigrated } from '../../server/store/open-sqlite.ts'
import { subscriptionsOf } from '../../server/store/push.ts'
import { unsentToCallers, unsentToDrivers } from '../../server/store/sms-messages.ts'
import { instant } from '../../shared/instant.ts'

const folder = mkdtempSync(join(tmpdir(), 'plans-'))
const db = await openMigrated(join(folder, 'plans.db'))
const file = new Database(join(folder, 'plans.db'))
afterAll(() => {
  file.close()
  db.close()
  rmSync(folder, { recursive: true })
})
const now = instant(1_652_666_400_000)

it.each<[string, CompiledQuery, RegExp]>([
  ['lanesWithWork', lanesWithWork(now), /notice_waiting/],
  ['dueNotices', dueNotices('sms', now, 60), /notice_waiting/],
  ['takeBack', takeBack('sms', now), /notice_waiting/],
  ['waitingByLane', waitingByLane(), /notice_waiting/],
  ['claimed', claimed('who'), /notice_by_lease/],
  ['saidSince', saidSince('sms', now), /notice_attempt_pace/],
  ['smsSince', smsSince(['tag'], now), /notice_by_phone/],
  ['receiptsDue', receiptsDue(now, 10), /notice_receipts/],
  ['hushAnswered', hushAnswered('key'), /notice_by_ack/],
  ['noticesOfIncident', noticesOfIncident('x'), /notice_by_incident/],
  ['noticesOfMessages', noticesOfMessages(['x']), /notice_of_message/],
  ['attemptsOf', attemptsOf('x'), /notice_attempt_of/],
  ['forgetPhones', forgetPhones(now), /notice_phones_kept/],
  ['noticeByLink', noticeByLink('tag'), /notice_by_link/],
  ['answersTo', answersTo(['key']), /notice_answer_by_key/],
  ['caseRepliedTo', caseRepliedTo('tag', now), /notice_by_phone/],
  ['openSummonsOf', openSummonsOf('tag', now), /notice_by_phone/],
  ['subscriptionsOf', subscriptionsOf('x'), /push_subscription_of/],
  ['unsentToDrivers', unsentToDrivers(now, 200), /message_unsent/],
  ['unsentToCallers', unsentToCallers(now, 200), /message_unsent/],
])('%s goes along an index, every three seconds', (_name, { sql, parameters }, index) => {
  const steps = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters)
  const plan = steps.map(({ detail }) => detail)
  expect(plan.filter((step) => index.test(step))).not.toEqual([])
  expect(plan.filter((step) => /^SCAN (?!json_each|notice USING)/.test(step))).toEqual([])
})
